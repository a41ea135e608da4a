"""Distances to given points as features."""

# --8<-- [start:distance-features]
import numpy as np

from chainrule.scratch.checks import features


def distance_features(X, points):
    """Distances (N, M) of the rows of X (N, d) to points (M, d).

    Raises ValueError for shapes that do not fit, NaN and inf.
    """
    X, points = features(X), features(points)
    if X.shape[1] != points.shape[1]:
        raise ValueError(f"X is {X.shape}, points are {points.shape}")
    away = X[:, None] - points
    return np.sqrt((away**2).sum(axis=-1))  # (11.5)


# --8<-- [end:distance-features]
