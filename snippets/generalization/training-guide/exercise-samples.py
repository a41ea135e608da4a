# kind: exact
"""How many samples for a test loss of at most 1.1 times the noise?"""

# --8<-- [start:solution]
for p in (5, 20, 80):
    N = p + 2
    while 1 + p / (N - p - 1) > 1.1:  # (28.5) over s^2
        N += 1
    print(f"{p:2} features: {N} samples")
# --8<-- [end:solution]
