"""What all normalizations share: mean 0 and variance 1 over some axes."""

# --8<-- [start:normalize]
import numpy as np

from chainrule.scratch.checks import real


def normalize(x, axes, eps):
    """x minus its mean over axes, divided by its deviation.

    Returns that, what it was multiplied by, the mean, and the variance:
    the biased one, a mean of squares.
    """
    x = real(x, "x")
    mean = x.mean(axis=axes, keepdims=True)  # (32.5)
    centred = x - mean
    variance = np.square(centred).mean(axis=axes, keepdims=True)
    scale = 1 / np.sqrt(variance + eps)  # eps inside the root
    return centred * scale, scale, mean, variance  # (32.6)


# --8<-- [end:normalize]


# --8<-- [start:backward]
def normalize_backward(dy, y, scale, axes):
    """dL/dx from dL/dy, y and the scale; through mean and variance, too."""
    shift = dy.mean(axis=axes, keepdims=True)
    stretch = (dy * y).mean(axis=axes, keepdims=True)
    return scale * (dy - shift - y * stretch)  # (32.8)


# --8<-- [end:backward]
