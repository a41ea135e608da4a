"""Mean squared error."""

# --8<-- [start:mse]
import numpy as np


def mse(y, t):
    """Mean squared error of predictions y and targets t.

    Raises ValueError if the shapes differ: (N,) - (N, 1) would
    broadcast to (N, N) and give a wrong loss without a word.
    Also for no predictions at all, and for NaN.
    """
    y, t = np.asarray(y), np.asarray(t)
    if y.shape != t.shape:
        raise ValueError(f"shapes differ: y {y.shape}, t {t.shape}")
    if y.size == 0 or np.isnan(y).any() or np.isnan(t).any():
        raise ValueError(f"y and t must be numbers, not NaN or none {y.shape}")
    return np.mean((y - t) ** 2)  # (2.3)


# --8<-- [end:mse]


# --8<-- [start:mse-gradient]
def mse_gradient(y, t):
    """The derivative of mse(y, t) by y, of the shape of y."""
    mse(y, t)  # refuses what cannot be a loss
    return 2 * np.subtract(y, t) / np.size(y)  # (4.3)


# --8<-- [end:mse-gradient]
