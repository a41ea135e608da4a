"""Layer normalization: the statistics of a sample over its features."""

# --8<-- [start:layer-norm]
from chainrule.scratch.checks import real
from chainrule.scratch.nn.norm.base import Norm
from chainrule.scratch.nn.norm.normalize import (
    normalize,
    normalize_backward,
)


class LayerNorm(Norm):
    """Each sample: mean 0 and variance 1 over its features.

    x (..., *normalized_shape); weight and bias have that shape, a
    number for every feature. The same in training and evaluation, and
    for a batch of one. As torch.nn.LayerNorm. Ba et al. (2016),
    arXiv:1607.06450. Raises ValueError for another shape.
    """

    def __init__(
        self,
        normalized_shape,
        eps=1e-5,
        elementwise_affine=True,
        bias=True,
        dtype=float,
    ):
        one = isinstance(normalized_shape, int)
        self.normalized_shape = (normalized_shape,) * one or normalized_shape
        self.eps = eps
        self.start(self.normalized_shape, elementwise_affine, bias, dtype)

    def forward(self, x):
        x, shape = real(x, "x"), tuple(self.normalized_shape)
        if x.shape[-len(shape) :] != shape:
            raise ValueError(f"x must end in {shape}, got {x.shape}")
        axes = tuple(range(-len(shape), 0))
        y, scale, _, _ = normalize(x, axes, self.eps)
        self.keep(y, scale, axes)
        return self.scaled(y)

    def backward(self, dy):
        y, scale, axes = self.take()
        dy = self.scaled_backward(dy, y)
        return normalize_backward(dy, y, scale, axes)


# --8<-- [end:layer-norm]
