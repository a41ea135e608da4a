"""Layer normalization: the statistics of a sample over its features."""

# --8<-- [start:layer-norm]
from chainrule.scratch.nn.norm.base import FeatureNorm
from chainrule.scratch.nn.norm.normalize import (
    normalize,
    normalize_backward,
)


class LayerNorm(FeatureNorm):
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
        self.start(normalized_shape, eps, elementwise_affine, bias, dtype)

    def forward(self, x):
        x, axes = self.features(x)
        y, scale, _, _ = normalize(x, axes, self.eps)
        self.keep(y, scale, axes)
        return self.scaled(y)

    def backward(self, dy):
        y, scale, axes = self.take()
        dy = self.scaled_backward(dy, y)
        return normalize_backward(dy, y, scale, axes)


# --8<-- [end:layer-norm]
