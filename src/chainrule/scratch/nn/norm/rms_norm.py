"""Root mean square normalization: layer normalization without the mean."""

# --8<-- [start:rms-norm]
import numpy as np

from chainrule.scratch.nn.norm.base import FeatureNorm


class RMSNorm(FeatureNorm):
    """Each sample divided by the root mean square of its features.

    x (..., *normalized_shape). Nothing is subtracted and nothing added.
    eps is the spacing of floats at 1, unless given; as torch.nn.RMSNorm.
    Zhang and Sennrich (2019), arXiv:1910.07467. Raises ValueError for
    another shape.
    """

    def __init__(
        self, normalized_shape, eps=None, elementwise_affine=True, dtype=float
    ):
        self.start(normalized_shape, eps, elementwise_affine, False, dtype)

    def forward(self, x):
        x, axes = self.features(x)
        eps = np.finfo(x.dtype).eps if self.eps is None else self.eps
        square = np.square(x).mean(axis=axes, keepdims=True)
        scale = 1 / np.sqrt(square + eps)
        y = x * scale  # (32.17)
        self.keep(y, scale, axes)
        return self.scaled(y)

    def backward(self, dy):
        y, scale, axes = self.take()
        dy = self.scaled_backward(dy, y)
        stretch = (dy * y).mean(axis=axes, keepdims=True)
        return scale * (dy - y * stretch)


# --8<-- [end:rms-norm]
