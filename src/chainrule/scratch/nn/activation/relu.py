"""The rectified linear unit."""

from chainrule.scratch.nn.base import Layer

# isort: split
# --8<-- [start:relu]
import numpy as np

from chainrule.scratch.checks import real


def relu(z):
    """max(0, z), elementwise."""
    return np.maximum(0, real(z, "z"))  # (3.12)


# --8<-- [end:relu]


# --8<-- [start:derivative]
def relu_derivative(z):
    """1 above zero and 0 below; at 0, where there is none, 0 as in torch."""
    z = real(z, "z")
    return (z > 0).astype(z.dtype)  # (13.7)


# --8<-- [end:derivative]


# --8<-- [start:layer]
class ReLU(Layer):
    """relu, elementwise, as a layer; its slope at 0 is 0, as in torch."""

    def forward(self, x):
        y = relu(x)
        self.keep(y)
        return y

    def backward(self, dy):
        (y,) = self.take()
        return np.where(y <= 0, 0, dy)  # (15.5)


# --8<-- [end:layer]
