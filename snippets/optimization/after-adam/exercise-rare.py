# kind: exact
"""How large a rare gradient must be for Adam."""

# --8<-- [start:solution]
import math

for period in (10, 1000, 5000):
    x = period * (1 - 0.999)
    c = math.expm1(x / 2) / (x / 2)
    print(f"every {period:4} steps: {c:.3f} times the sum of the others")
# --8<-- [end:solution]
