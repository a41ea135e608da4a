"""The hard sigmoid: a ramp from 0 to 1."""

# --8<-- [start:ramp]
import numpy as np

from chainrule.scratch.checks import real


def ramp(z):
    """0 below 0, z between 0 and 1, 1 above 1."""
    return np.minimum(1, np.maximum(0, real(z, "z")))


# --8<-- [end:ramp]


# --8<-- [start:hardsigmoid]
def hardsigmoid(z, slope=1 / 6):
    """The ramp that rises with this slope through 1/2 at z = 0.

    slope 1/6 is torch's (and Keras 3's) hard sigmoid, 1/5 that of
    Theano and Keras 2. Raises ValueError unless slope > 0.
    """
    if not slope > 0:
        raise ValueError(f"slope must be positive, got {slope}")
    return ramp(slope * real(z, "z") + 0.5)  # (3.6)


# --8<-- [end:hardsigmoid]
