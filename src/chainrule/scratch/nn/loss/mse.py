"""Mean squared error."""

from chainrule.scratch.nn.base import Loss

# isort: split
# --8<-- [start:mse]
import numpy as np

from chainrule.scratch.nn.loss.checks import checked


def mse(y, t):
    """Mean squared error of predictions y and targets t.

    Raises ValueError if the shapes differ: (N,) - (N, 1) would
    broadcast to (N, N) and give a wrong loss without a word.
    Also for no predictions at all, and for NaN.
    """
    y, t = checked(y, t)
    return np.mean((y - t) ** 2, dtype=float)  # (2.3)


# --8<-- [end:mse]


# --8<-- [start:mse-gradient]
def mse_gradient(y, t):
    """The derivative of mse(y, t) by y, of the shape of y."""
    y, t = checked(y, t)
    return 2 * (y - t) / y.size  # (4.3)


# --8<-- [end:mse-gradient]


# --8<-- [start:mse-loss]
class MSELoss(Loss):
    """mse as a loss of a network."""

    value, gradient = staticmethod(mse), staticmethod(mse_gradient)


# --8<-- [end:mse-loss]
