# kind: study
"""For how many pairs of points do the distances separate XOR?

Prints CSV: the square from which pairs are drawn, and the share that works.
"""

import numpy as np

# --8<-- [start:anchors]
X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])


def side(a, b, p):
    """Positive where p lies left of the way from a to b."""
    (ax, ay), (bx, by), (px, py) = (np.moveaxis(v, -1, 0) for v in (a, b, p))
    return (bx - ax) * (py - ay) - (by - ay) * (px - ax)


def crossing(F):
    """Whether the two diagonals of XOR, mapped to F (..., 4, 2), meet."""
    a, c, d, b = np.moveaxis(F, -2, 0)
    return (side(a, b, c) * side(a, b, d) <= 0) & (
        side(c, d, a) * side(c, d, b) <= 0
    )


def separable(points):
    """Whether distances to points (..., 2, 2) separate XOR."""
    away = X[:, None] - points[..., None, :, :]
    return ~crossing(np.sqrt((away**2).sum(axis=-1)))


rng = np.random.default_rng(0)
print("low,high,separate")
for low, high in (0, 1), (-1, 2):
    share = separable(rng.uniform(low, high, (100_000, 2, 2))).mean()
    print(f"{low},{high},{share:.3f}")
# --8<-- [end:anchors]
