"""What the losses ask of their arguments."""

# --8<-- [start:checks]
import numpy as np

from chainrule.scratch.checks import plain, real


def checked(y, t):
    """y and t as floats; ValueError for shapes that differ, none, NaN."""
    y, t = real(y, "y"), real(t, "t")
    if y.shape != t.shape:
        raise ValueError(f"shapes differ: y {y.shape}, t {t.shape}")
    if y.size == 0:
        raise ValueError(f"nothing to average: y {y.shape}")
    for name, values in (("y", y), ("t", t)):
        if np.isnan(values).any():
            raise ValueError(f"{name} contains NaN")
    return y, t


def probabilities(name, p):
    """p as floats; ValueError unless all lies in [0, 1]."""
    p = real(p, name)
    if not ((p >= 0) & (p <= 1)).all():  # also for NaN
        low, high = p.min(), p.max()
        raise ValueError(f"{name} must lie in [0, 1], got {low} to {high}")
    return p


def distributions(name, p):
    """p (..., K) as floats; ValueError unless its rows add up to 1."""
    p = probabilities(name, p)
    if p.ndim == 0 or p.size == 0:
        raise ValueError(f"{name} must be (..., K) with rows, got {p.shape}")
    total = p.sum(axis=-1, dtype=float)
    if (np.abs(total - 1) > 1e-3).any():
        worst = total.flat[np.abs(total - 1).argmax()]
        raise ValueError(f"rows of {name} must add up to 1, got {worst}")
    return p


def class_targets(t, shape):
    """t as classes 0 … K - 1 for predictions of this shape (..., K)."""
    t = plain(t, "t")
    if t.shape != shape[:-1] or t.dtype.kind not in "iu":
        raise ValueError(
            f"t must be integers {shape[:-1]} or probabilities {shape}, "
            f"got {t.dtype} {t.shape}"
        )
    if ((t < 0) | (t >= shape[-1])).any():
        raise ValueError(f"classes must be 0 to {shape[-1] - 1}, got {t}")
    return t.astype(int)


def target_rows(t, y):
    """Targets for predictions y (..., K), as distributions.

    t holds classes 0 … K - 1 in shape (...), or distributions.
    """
    if np.shape(t) == y.shape:
        return distributions("t", t)
    t = class_targets(t, y.shape)
    return (t[..., None] == np.arange(y.shape[-1])).astype(y.dtype)


def logits(z):
    """z (..., K) as floats, with infinite logits taken to the limit.

    Of inf only the difference counts: inf becomes 0 and the rest of its
    row -inf, so that the softmax is 1 there and 0 elsewhere; several
    share the 1. NaN passes. Raises ValueError for no logits, and for a
    row of -inf alone, in which no class is possible.
    """
    z = real(z, "logits")
    if z.ndim == 0 or z.size == 0:
        raise ValueError(f"logits must be (..., K), got {z.shape}")
    if np.isfinite(z).all():
        return z
    top = z.max(axis=-1, keepdims=True)
    if (top == -np.inf).any():
        raise ValueError("all logits of a row are -inf: no class is possible")
    z = np.where((top == np.inf) & (z < np.inf), -np.inf, z)
    return np.where(z == np.inf, 0, z)


def times(p, x):
    """p x, and 0 where p = 0, even if x is infinite."""
    return p * np.where(p == 0, 0, x)


# --8<-- [end:checks]
