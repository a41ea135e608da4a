"""The 0-1 loss: the share of wrong answers."""

import numpy as np

from chainrule.scratch.nn.loss.checks import checked


# --8<-- [start:zero-one]
def zero_one(y, t):
    """Share of predicted labels y that are not the labels t.

    Has no useful gradient: it is 0 wherever it exists. Raises
    ValueError for shapes that differ, for none, and for NaN.
    """
    y, t = checked(y, t)
    return np.mean(y != t)


# --8<-- [end:zero-one]
