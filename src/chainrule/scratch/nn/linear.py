"""The linear (affine, fully connected) layer."""

# --8<-- [start:linear]
import numpy as np

from chainrule.scratch.checks import real
from chainrule.scratch.nn.base import Layer


class Linear(Layer):
    """y = x W^T + b: rows of W are neurons, rows of x are samples.

    x (N, in_features), y (N, out_features). weight (out_features,
    in_features) and bias (out_features,) start uniform in
    ±1/sqrt(in_features), as in torch.nn.Linear; rng is a seed or a
    generator of NumPy. Leading axes of both are networks side by side,
    which only `of` makes. Raises ValueError for sizes below 1 and for
    an x of another shape.
    """

    def __init__(self, in_features, out_features, rng=None, dtype=float):
        if in_features < 1 or out_features < 1:
            raise ValueError(f"no layer from {in_features} to {out_features}")
        rng = np.random.default_rng(rng)
        shapes = (out_features, in_features), (out_features,)
        start = [rng.uniform(-1, 1, s) / np.sqrt(in_features) for s in shapes]
        self._hold(*(array.astype(dtype) for array in start))

    @classmethod
    def of(cls, weight, bias):
        """The layer that has these arrays of floats, not copies of them."""
        layer = cls.__new__(cls)
        layer._hold(weight, bias)
        return layer

    def _hold(self, weight, bias):
        self.weight, self.grad_weight = weight, np.zeros_like(weight)
        self.bias, self.grad_bias = bias, np.zeros_like(bias)

    def parameters(self):
        pairs = (self.weight, self.grad_weight), (self.bias, self.grad_bias)
        return list(pairs)

    def forward(self, x):
        x, d = real(x, "x"), self.weight.shape[-1]
        if x.ndim not in (2, self.weight.ndim) or x.shape[-1] != d:
            raise ValueError(f"x must be (N, {d}), got {x.shape}")
        self.keep(x)
        return x @ self.weight.mT + self.bias[..., None, :]  # (10.1), (15.2)

    def backward(self, dy):
        (x,) = self.take()
        self.grad_weight[...] = dy.mT @ x  # (10.4), (15.4)
        self.grad_bias[...] = dy.sum(axis=-2)
        return dy @ self.weight


# --8<-- [end:linear]
