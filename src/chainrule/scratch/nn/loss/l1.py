"""Mean absolute error, torch's L1Loss."""

import numpy as np

from chainrule.scratch.nn.loss.checks import checked


# --8<-- [start:l1]
def l1(y, t):
    """Mean absolute error of predictions y and targets t.

    Raises ValueError for shapes that differ, for none, and for NaN.
    """
    y, t = checked(y, t)
    return np.mean(np.abs(y - t), dtype=float)  # (4.1)


def l1_gradient(y, t):
    """Its derivative by y; 0 where y = t, as torch has it."""
    y, t = checked(y, t)
    return np.sign(y - t) / y.size  # (4.2)


# --8<-- [end:l1]
