"""The rate multiplied by the same factor at each step."""

# --8<-- [start:exponential]
import numpy as np


def exponential_lr(t, lr, gamma):
    """η γ^t."""
    return lr * np.power(gamma, t)  # (26.3)


# --8<-- [end:exponential]
