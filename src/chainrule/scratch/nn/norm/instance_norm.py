"""Instance normalization: the statistics of a channel of one image."""

# --8<-- [start:instance-norm]
from chainrule.scratch.nn.norm.base import ChannelNorm
from chainrule.scratch.nn.norm.normalize import (
    normalize,
    normalize_backward,
)


class InstanceNorm2d(ChannelNorm):
    """Each channel of each image: mean 0 and variance 1 over its pixels.

    x (N, num_features, H, W). Without weight and bias unless affine; as
    torch.nn.InstanceNorm2d, but for the running averages that it can
    keep. Ulyanov et al. (2016), arXiv:1607.08022. Raises ValueError for
    another shape and, in training, for images of one pixel.
    """

    def __init__(
        self, num_features, eps=1e-5, affine=False, dtype=float, *, bias=True
    ):
        self.start(num_features, eps, affine, bias, dtype)
        self.num_features = num_features

    def forward(self, x):
        x, axes = self.require_images(x, self.num_features, (4,)), (2, 3)
        if x.shape[2:] == (1, 1):
            raise ValueError(f"one value per channel: {x.shape}")
        y, scale, _, _ = normalize(x, axes, self.eps)
        self.keep(y, scale, axes)
        return self.scaled(y)

    def backward(self, dy):
        y, scale, axes = self.take()
        dy = self.scaled_backward(dy, y)
        return normalize_backward(dy, y, scale, axes)


# --8<-- [end:instance-norm]
