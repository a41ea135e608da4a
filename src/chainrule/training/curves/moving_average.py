"""The mean of the last few values."""

# --8<-- [start:moving-average]
import numpy as np


def moving_average(values, window):
    """Means (T,) of each value and the window - 1 before it.

    The first ones are means of as many as there are, so that the curve
    is as long as values (T,), and starts where they start. A window
    looks back only: half of it late, but never ahead. Raises TypeError
    for a window that is no integer, ValueError for one below 1 and for
    values that are not (T,).
    """
    values = np.asarray(values, dtype=float)
    if values.ndim != 1:
        raise ValueError(f"moving_average: values {values.shape} must be (T,)")
    if not isinstance(window, int | np.integer) or isinstance(window, bool):
        raise TypeError(f"moving_average: window must be int, got {window!r}")
    if window < 1:
        raise ValueError(f"moving_average: window must be 1 or more: {window}")
    if values.size == 0:
        return values
    sums = np.convolve(values, np.ones(min(window, values.size)))
    counts = np.minimum(np.arange(1, values.size + 1), window)
    return sums[: values.size] / counts


# --8<-- [end:moving-average]
