"""The normal density, and the loss that it makes."""

import numpy as np

from chainrule.scratch.checks import real
from chainrule.scratch.nn.loss.checks import checked


# --8<-- [start:normal-pdf]
def normal_pdf(x, mean, std):
    """Density of the normal distribution with mean and std at x.

    Raises ValueError unless std > 0.
    """
    x, mean, std = real(x, "x"), real(mean, "mean"), real(std, "std")
    if not (std > 0).all():
        raise ValueError(f"std must be positive, got {std}")
    r = (x - mean) / std
    return np.exp(-(r**2) / 2) / (std * (2 * np.pi) ** 0.5)  # (4.18)


# --8<-- [end:normal-pdf]


# --8<-- [start:gaussian-nll]
def positive(var, y):
    """var spread over y; ValueError unless all of it is > 0."""
    var = real(var, "var").astype(y.dtype)
    if not (var > 0).all():
        raise ValueError(f"variance must be positive, got {var}")
    return np.broadcast_to(var, y.shape)


def gaussian_nll(y, t, var):
    """Mean of -ln N(t; y, var): y predicted means, var variances.

    var is a number or has an entry for each y. Keeps the constant
    ln(2 pi) / 2, which torch leaves out unless full=True. Raises
    ValueError unless var > 0 (torch lifts it to eps), and as l1 does.
    """
    y, t = checked(y, t)
    var = positive(var, y)
    costs = (y - t) ** 2 / var + np.log(2 * np.pi * var)
    return np.mean(costs, dtype=float) / 2  # (4.19)


def gaussian_nll_gradient(y, t, var):
    """Its derivatives by y and by each entry of var."""
    y, t = checked(y, t)
    var = positive(var, y)
    r = y - t
    return r / var / y.size, (1 - r**2 / var) / (2 * var * y.size)


# --8<-- [end:gaussian-nll]
