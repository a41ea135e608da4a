"""The ReLU whose slope below zero is learned."""

# --8<-- [start:prelu]
import numpy as np

from chainrule.scratch.checks import real
from chainrule.scratch.nn.base import Layer


class PReLU(Layer):
    """max(0, x) + a min(0, x), in which the slope a is a parameter.

    weight (num_parameters,) holds one a for all features, or one for
    each: x (N, num_parameters). It starts at init and, as in
    torch.nn.PReLU, is also the slope at 0. Give it no weight decay: that
    pulls it towards ReLU. He et al. (2015), arXiv:1502.01852, (9) - (11).
    Raises ValueError for num_parameters < 1, and for an x of another
    width if there are several.
    """

    def __init__(self, num_parameters=1, init=0.25, dtype=float):
        if num_parameters < 1:
            raise ValueError(f"no slope: num_parameters {num_parameters}")
        self.weight = np.full(num_parameters, init, dtype)
        self.grad_weight = np.zeros_like(self.weight)

    def parameters(self):
        return [(self.weight, self.grad_weight)]

    def forward(self, x):
        x, n = real(x, "x"), self.weight.size
        if n > 1 and (x.ndim != 2 or x.shape[1] != n):
            raise ValueError(f"x must be (N, {n}), got {x.shape}")
        self.keep(x)
        return np.maximum(0, x) + self.weight * np.minimum(0, x)

    def backward(self, dy):
        (x,) = self.take()
        by_slope = dy * np.minimum(0, x)  # the summands of (13.13)
        self.grad_weight[...] = by_slope.reshape(-1, self.weight.size).sum(0)
        return np.where(x > 0, dy, self.weight * dy)


# --8<-- [end:prelu]
