"""The 0-1 loss: the share of wrong answers."""

import numpy as np

from chainrule.scratch.checks import plain


# --8<-- [start:zero-one]
def zero_one(y, t):
    """Share of predicted labels y that are not the labels t.

    Has no useful gradient: it is 0 wherever it exists. Raises
    ValueError for shapes that differ, for none, and for NaN.
    """
    y, t = plain(y, "y"), plain(t, "t")
    if y.shape != t.shape or y.size == 0:
        raise ValueError(f"shapes differ, or nothing: y {y.shape}, t {t.shape}")
    if (y != y).any() or (t != t).any():  # NaN alone differs from itself
        raise ValueError("y or t contains NaN")
    return np.mean(y != t)


# --8<-- [end:zero-one]
