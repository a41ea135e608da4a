"""What the losses ask of their arguments."""

# --8<-- [start:checks]
import numpy as np


def checked(y, t):
    """y and t as arrays; ValueError for shapes that differ, none, NaN."""
    y, t = np.asarray(y), np.asarray(t)
    if y.shape != t.shape:
        raise ValueError(f"shapes differ: y {y.shape}, t {t.shape}")
    if y.size == 0:
        raise ValueError(f"nothing to average: y {y.shape}")
    for name, values in (("y", y), ("t", t)):
        if (values != values).any():  # NaN alone differs from itself
            raise ValueError(f"{name} contains NaN")
    return y, t


def probabilities(name, p):
    """p as an array of floats; ValueError unless all lies in [0, 1]."""
    p = np.asarray(p) * 1.0
    if not ((p >= 0) & (p <= 1)).all():  # also for NaN
        low, high = p.min(), p.max()
        raise ValueError(f"{name} must lie in [0, 1], got {low} to {high}")
    return p


def distributions(name, p):
    """p (..., K) as an array; ValueError unless its rows add up to 1."""
    p = probabilities(name, p)
    if p.ndim == 0 or p.size == 0:
        raise ValueError(f"{name} must be (..., K) with rows, got {p.shape}")
    if (np.abs(p.sum(axis=-1) - 1) > 1e-3).any():
        raise ValueError(f"rows of {name} must add up to 1")
    return p


def one_hot(t, y):
    """Targets for predictions y (..., K), as distributions.

    t holds classes 0 … K - 1 in shape (...), or distributions.
    """
    t, shape, classes = np.asarray(t), y.shape, y.shape[-1]
    if t.shape == shape:
        return distributions("t", t)
    if t.shape != shape[:-1] or t.dtype.kind not in "iu":
        raise ValueError(
            f"t must be integers {shape[:-1]} or probabilities {shape}, "
            f"got {t.dtype} {t.shape}"
        )
    if ((t < 0) | (t >= classes)).any():
        raise ValueError(f"classes must be 0 to {classes - 1}, got {t.ravel()}")
    return np.eye(classes, dtype=y.dtype)[t]


# --8<-- [end:checks]
