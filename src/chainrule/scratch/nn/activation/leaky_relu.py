"""The ReLU that leaks: a small slope below zero."""

from chainrule.scratch.nn.base import Layer

# isort: split
# --8<-- [start:leaky-relu]
import numpy as np

from chainrule.scratch.checks import real


def leaky_relu(z, negative_slope=0.01):
    """max(0, z) + negative_slope min(0, z), elementwise.

    For slopes up to 1 that is max(negative_slope z, z)
    (Maas, Hannun and Ng, 2013).
    """
    z = real(z, "z")
    return np.maximum(0, z) + negative_slope * np.minimum(0, z)  # (13.11)


# --8<-- [end:leaky-relu]


# --8<-- [start:derivative]
def leaky_relu_derivative(z, negative_slope=0.01):
    """1 above zero, negative_slope below, and also at 0, as in torch."""
    z = real(z, "z")
    return np.where(z > 0, z.dtype.type(1), z.dtype.type(negative_slope))


# --8<-- [end:derivative]


# --8<-- [start:layer]
class LeakyReLU(Layer):
    """leaky_relu, elementwise, as a layer; torch.nn.LeakyReLU."""

    def __init__(self, negative_slope=0.01):
        self.negative_slope = float(negative_slope)

    def forward(self, x):
        x = real(x, "x")
        self.keep(x)
        return leaky_relu(x, self.negative_slope)

    def backward(self, dy):
        (x,) = self.take()
        return np.where(x > 0, dy, self.negative_slope * dy)  # (13.12)


# --8<-- [end:layer]
