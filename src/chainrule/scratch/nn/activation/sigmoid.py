"""The logistic sigmoid."""

# --8<-- [start:sigmoid]
import numpy as np

from chainrule.scratch.checks import real


def sigmoid(z):
    """1 / (1 + exp(-z)), elementwise, for every finite or infinite z.

    exp is only taken of -|z|, so that it never overflows and small
    values keep their digits.
    """
    z = real(z, "z")
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)  # (3.5)


# --8<-- [end:sigmoid]
