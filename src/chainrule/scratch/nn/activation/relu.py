"""The rectified linear unit."""

# --8<-- [start:relu]
import numpy as np

from chainrule.scratch.checks import real


def relu(z):
    """max(0, z), elementwise."""
    return np.maximum(0, real(z, "z"))  # (3.12)


# --8<-- [end:relu]
