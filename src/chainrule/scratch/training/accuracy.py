"""How many are right."""

# --8<-- [start:accuracy]
import numpy as np


def accuracy(z, t):
    """Share of samples whose class t (N,) has the largest score, z (N, K).

    Raises ValueError for other shapes, and for no samples.
    """
    if z.ndim != 2 or t.shape != z.shape[:1] or z.size == 0:
        raise ValueError(f"z must be (N, K), t (N,), got {z.shape}, {t.shape}")
    return np.mean(z.argmax(axis=1) == t)


# --8<-- [end:accuracy]
