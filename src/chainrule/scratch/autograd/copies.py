"""What broadcasting copied, and the way back from it."""

# --8<-- [start:copies]
import numpy as np


def spread(y, shape, axis, keepdims):
    """What was reduced over axis, once for each number that went in."""
    if axis is not None and not keepdims:
        y = np.expand_dims(y, axis)
    return np.broadcast_to(y, shape)


def gathered(dy, x):
    """The gradients of all copies that broadcasting made of x, added up."""
    if dy.shape != x.shape:
        dy = dy.sum(axis=tuple(range(dy.ndim - x.ndim)))
        ones = tuple(i for i, n in enumerate(x.shape) if n == 1)
        dy = dy.sum(axis=ones, keepdims=True)
    return np.asarray(dy, x.dtype)


# --8<-- [end:copies]
