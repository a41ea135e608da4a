"""The logistic sigmoid."""

from chainrule.scratch.nn.base import Layer

# isort: split
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


# --8<-- [start:derivative]
def sigmoid_derivative(z):
    """sigmoid'(z) = y (1 - y), y = sigmoid(z): at most 1/4, at z = 0."""
    y = sigmoid(z)
    return y * (1 - y)  # (13.3)


# --8<-- [end:derivative]


# --8<-- [start:layer]
class Sigmoid(Layer):
    """sigmoid, elementwise, as a layer."""

    def forward(self, x):
        y = sigmoid(x)
        self.keep(y)
        return y

    def backward(self, dy):
        (y,) = self.take()
        return dy * y * (1 - y)  # (15.5)


# --8<-- [end:layer]
