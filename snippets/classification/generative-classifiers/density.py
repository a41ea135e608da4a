# kind: exact
"""A density may exceed one; the probability of a point is zero."""

# --8<-- [start:dart]
from math import erf, pi, sqrt

std = 0.01
print(f"density at the centre: {1 / (std * sqrt(2 * pi)):.2f}")
for radius in (1e-2, 1e-4, 1e-8):
    inside = erf(radius / std / sqrt(2))
    print(f"within {radius:.0e} of it: probability {inside:.1e}")
# --8<-- [end:dart]
