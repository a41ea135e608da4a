"""A loss of one parameter with two valleys, a plateau and a top."""

# --8<-- [start:valleys]
import numpy as np


def valleys(w):
    """A polynomial that is 0 at w = 1 and positive elsewhere; w any shape.

    Made for the page: local minimum at -2 (0.45), plateau at -1 (0.8),
    top at 0 (59/60), global minimum at 1.
    """
    w = 1.0 * np.asarray(w)  # no integers, which would wrap
    q = 10 * w**2 + 36 * w + 15
    return (w**4 * q + 59) / 60 - w**3 - w**2  # (1.8)


def valleys_slope(w):
    """Its derivative, in factors: zero at -2, -1 (twice), 0 and 1."""
    w = 1.0 * np.asarray(w)  # no integers, which would wrap
    return w * (w - 1) * (w + 1) ** 2 * (w + 2)  # (1.9)


# --8<-- [end:valleys]
