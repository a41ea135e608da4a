"""Mean squared error."""

# --8<-- [start:mse]
import numpy as np


def mse(y, t):
    """Mean squared error of predictions y and targets t.

    Raises ValueError if the shapes differ: (N,) - (N, 1) would
    broadcast to (N, N) and give a wrong loss without a word.
    """
    y, t = np.asarray(y), np.asarray(t)
    if y.shape != t.shape:
        raise ValueError(f"shapes differ: y {y.shape}, t {t.shape}")
    return np.mean((y - t) ** 2)  # (2.3)


# --8<-- [end:mse]
