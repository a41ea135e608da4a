"""Classes as vectors."""

# --8<-- [start:one-hot]
import numpy as np

from chainrule.scratch.checks import plain


def one_hot(y):
    """Sorted classes (K,) and T (N, K): a 1 in the column of the class.

    Raises ValueError unless y is (N,) with N > 0, and for NaN.
    """
    y = plain(y, "y")
    if y.ndim != 1 or not len(y):
        raise ValueError(f"y must be (N,) with N > 0, got {y.shape}")
    if (y != y).any():  # NaN alone differs from itself
        raise ValueError("y contains NaN")
    classes = np.unique(y)
    return classes, (y[:, None] == classes).astype(float)  # (6.15)


# --8<-- [end:one-hot]
