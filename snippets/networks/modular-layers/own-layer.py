# kind: numeric
"""A layer of one's own, and two ways to get its backward wrong."""

# --8<-- [start:scale]
import numpy as np

from chainrule.scratch.nn import Layer


class Scale(Layer):
    """y = s x with a learned s for each feature; x (N, d), s (d,)."""

    def __init__(self, d):
        self.weight, self.grad_weight = np.ones(d), np.zeros(d)

    def parameters(self):
        return [(self.weight, self.grad_weight)]

    def forward(self, x):
        self.keep(x)
        return self.weight * x

    def backward(self, dy):
        (x,) = self.take()
        self.grad_weight[...] = (dy * x).sum(axis=0)  # (15.13)
        return dy * self.weight


# --8<-- [end:scale]

# --8<-- [start:check]
from chainrule.scratch.analysis import gradient_errors


class Mean(Scale):  # a second mean, where only the loss takes one
    def backward(self, dy):
        (x,) = self.take()
        self.grad_weight[...] = (dy * x).mean(axis=0)
        return dy * self.weight


class Passes(Scale):  # forgets its own factor on the way back
    def backward(self, dy):
        super().backward(dy)
        return dy


x = np.random.default_rng(0).normal(size=(5, 3))
for cls in (Scale, Mean, Passes):
    layer = cls(3)
    layer.weight[...] = [0.5, -1, 2]  # at ones, Passes would look right
    by_x, by_s = gradient_errors(layer, x)
    print(f"{cls.__name__:6}  dx {by_x:.3f}  ds {by_s:.3f}")
# --8<-- [end:check]
