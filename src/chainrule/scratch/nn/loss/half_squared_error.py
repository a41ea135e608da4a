"""Half the squared error of a sample, summed over its outputs."""

import numpy as np

from chainrule.scratch.nn.base import Loss
from chainrule.scratch.nn.loss.checks import checked


# --8<-- [start:half-squared-error]
def half_squared_error(y, t):
    """Mean over N samples of half the squared error of all K outputs.

    y and t (N, K), or (N,) for one output. mse divides by N K instead.
    Raises ValueError for shapes that differ, for none, and for NaN.
    """
    y, t = checked(y, t)
    total = np.sum((y - t) ** 2, dtype=float)
    return total / 2 / np.atleast_1d(y).shape[0]  # (4.4), (15.6)


def half_squared_error_gradient(y, t):
    """Its derivative by y: the error over N, without a factor 2."""
    y, t = checked(y, t)
    return (y - t) / np.atleast_1d(y).shape[0]  # (4.5), (15.7)


# --8<-- [end:half-squared-error]


# --8<-- [start:half-squared-error-loss]
class HalfSquaredErrorLoss(Loss):
    """half_squared_error as a loss of a network; torch has none."""

    value = staticmethod(half_squared_error)
    gradient = staticmethod(half_squared_error_gradient)


# --8<-- [end:half-squared-error-loss]
