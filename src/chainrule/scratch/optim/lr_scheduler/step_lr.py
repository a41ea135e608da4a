"""The rate divided at regular intervals."""

# --8<-- [start:step]
import numpy as np


def step_lr(t, lr, step_size, gamma=0.1):
    """η γ^⌊t / s⌋."""
    return lr * gamma ** np.floor(t / step_size)  # (26.2)


# --8<-- [end:step]
