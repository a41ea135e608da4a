"""The hinge loss of a two-class score."""

import numpy as np

from chainrule.scratch.nn.loss.checks import checked


# --8<-- [start:hinge]
def hinge(z, t):
    """Mean of max(0, 1 - t z) for scores z and targets t of -1 or 1.

    Raises ValueError for other targets, for shapes that differ, for
    none, and for NaN.
    """
    z, t = checked(z, t)
    if not (np.abs(t) == 1).all():
        raise ValueError(f"targets must be -1 or 1, got {np.unique(t)}")
    return np.mean(np.maximum(0, 1 - t * z), dtype=float)  # (4.15)


def hinge_gradient(z, t):
    """Its derivative by z; 0 at the bend t z = 1."""
    hinge(z, t)  # refuses what it refuses
    z, t = checked(z, t)
    return np.where(t * z < 1, -t, 0) / z.size


# --8<-- [end:hinge]
