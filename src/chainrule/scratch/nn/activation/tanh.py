"""The hyperbolic tangent."""

from chainrule.scratch.nn.base import Layer

# isort: split
# --8<-- [start:tanh]
import numpy as np

from chainrule.scratch.checks import real


def tanh(z):
    """(exp(z) - exp(-z)) / (exp(z) + exp(-z)), elementwise, for every z."""
    return np.tanh(real(z, "z"))  # (13.4), but exp would overflow


# --8<-- [end:tanh]


# --8<-- [start:derivative]
def tanh_derivative(z):
    """tanh'(z) = 1 - tanh(z)², elementwise: at most 1, at z = 0."""
    return 1 - tanh(z) ** 2  # (13.6)


# --8<-- [end:derivative]


# --8<-- [start:layer]
class Tanh(Layer):
    """tanh, elementwise, as a layer."""

    def forward(self, x):
        y = tanh(x)
        self.keep(y)
        return y

    def backward(self, dy):
        (y,) = self.take()
        return dy * (1 - y**2)  # (15.5)


# --8<-- [end:layer]
