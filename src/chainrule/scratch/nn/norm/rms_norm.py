"""Root mean square normalization: layer normalization without the mean."""

# --8<-- [start:rms-norm]
import numpy as np

from chainrule.scratch.checks import real
from chainrule.scratch.nn.norm.base import Norm


class RMSNorm(Norm):
    """Each sample divided by the root mean square of its features.

    x (..., *normalized_shape). Nothing is subtracted and nothing added.
    eps is the spacing of floats at 1, unless given; as torch.nn.RMSNorm.
    Zhang and Sennrich (2019), arXiv:1910.07467. Raises ValueError for
    another shape.
    """

    def __init__(
        self, normalized_shape, eps=None, elementwise_affine=True, dtype=float
    ):
        one = isinstance(normalized_shape, int)
        self.normalized_shape = (normalized_shape,) * one or normalized_shape
        self.eps = eps
        self.start(self.normalized_shape, elementwise_affine, False, dtype)

    def forward(self, x):
        x, shape = real(x, "x"), tuple(self.normalized_shape)
        if x.shape[-len(shape) :] != shape:
            raise ValueError(f"x must end in {shape}, got {x.shape}")
        eps = np.finfo(x.dtype).eps if self.eps is None else self.eps
        axes = tuple(range(-len(shape), 0))
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
