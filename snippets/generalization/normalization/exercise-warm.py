# kind: exact
"""How much of the start is left in a running average?"""

# --8<-- [start:solution]
for momentum in (0.1, 0.01):
    for batches in (10, 50, 500):
        left = (1 - momentum) ** batches
        print(f"momentum {momentum}: after {batches:3} batches {left:.1%}")
# --8<-- [end:solution]
