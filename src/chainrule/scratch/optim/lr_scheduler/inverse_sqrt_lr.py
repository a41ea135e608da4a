"""The rate over the root of the number of updates."""

# --8<-- [start:inverse-sqrt]
import numpy as np


def inverse_sqrt_lr(t, lr):
    """η / √(t + 1)."""
    return lr / np.sqrt(t + 1)  # (26.4)


# --8<-- [end:inverse-sqrt]
