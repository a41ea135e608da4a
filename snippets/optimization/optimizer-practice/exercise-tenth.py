# kind: exact
"""When the noise has become ten times weaker."""

# --8<-- [start:solution]
t = 0
while (1 + t) ** -0.275 > 0.1:  # σ falls with half the power of σ²
    t += 1
print(t, round(10 ** (1 / 0.275)))
# --8<-- [end:solution]
