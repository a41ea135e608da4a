"""The window that frames of sound are usually multiplied with."""

import numpy as np


# --8<-- [start:hann]
def hann_window(length):
    """Half a cosine's hill, (length,): the periodic form, torch's default.

    Raises ValueError for a length below 1.
    """
    if length < 1:
        raise ValueError(f"no window of {length} samples")
    return 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(length) / length)


# --8<-- [end:hann]
