"""Group normalization: the statistics of some channels of one image."""

# --8<-- [start:group-norm]
import numpy as np

from chainrule.scratch.nn.norm.base import ChannelNorm
from chainrule.scratch.nn.norm.normalize import (
    normalize,
    normalize_backward,
)


class GroupNorm(ChannelNorm):
    """Each sample, each group of adjacent channels: mean 0, variance 1.

    x (N, num_channels, ...). One group is layer normalization over all
    but N, a group a channel instance normalization; weight and bias
    are one for each channel. As torch.nn.GroupNorm. Wu and He (2018),
    arXiv:1803.08494. Raises ValueError for channels that do not divide
    into the groups, another shape, and one value in all.
    """

    def __init__(
        self,
        num_groups,
        num_channels,
        eps=1e-5,
        affine=True,
        dtype=float,
        *,
        bias=True,
    ):
        if num_groups < 1 or num_channels % num_groups:
            what = f"{num_channels} channels, {num_groups} groups"
            raise ValueError(f"{what}: channels must be a multiple of groups")
        self.num_groups, self.num_channels = num_groups, num_channels
        self.start(num_channels, eps, affine, bias, dtype)

    def forward(self, x):
        x = self.require_images(
            x, self.num_channels, range(2, max(3, np.ndim(x) + 1))
        )
        if x.size == self.num_groups:
            raise ValueError(f"one value per group: {x.shape}")
        parts, axes = self.grouped(x), (2,)
        y, scale, _, _ = normalize(parts, axes, self.eps)
        self.keep(y, scale, axes)
        return self.scaled(y.reshape(x.shape))

    def backward(self, dy):
        y, scale, axes = self.take()
        dx = self.scaled_backward(dy, y.reshape(dy.shape))
        dx = normalize_backward(self.grouped(dx), y, scale, axes)
        return dx.reshape(dy.shape)

    def grouped(self, x):
        """(N, C, ...) as (N, num_groups, all numbers of a group)."""
        size = int(np.prod(x.shape[1:])) // self.num_groups
        return x.reshape(len(x), self.num_groups, size)


# --8<-- [end:group-norm]
