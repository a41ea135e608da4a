"""Group normalization as a module."""

# --8<-- [start:group-norm]
import torch

from chainrule.nn.norm.base import (
    ChannelNorm,
    require_channels,
    require_several,
    widened,
)
from chainrule.nn.norm.normalize import normalize


class GroupNorm(ChannelNorm):
    """Each sample, each group of adjacent channels: mean 0, variance 1.

    Input (N, num_channels, ...); weight and bias (num_channels,). As
    torch.nn.GroupNorm, whose kernel finds the same numbers in one pass:
    fused=False goes by the formula. Raises ValueError for channels that
    the groups do not divide, another shape, and one value in all.
    """

    def __init__(
        self,
        num_groups,
        num_channels,
        eps=1e-5,
        affine=True,
        device=None,
        dtype=None,
        *,
        bias=True,
        fused=True,
    ):
        if num_groups < 1 or num_channels % num_groups:
            what = f"num_channels {num_channels}, num_groups {num_groups}"
            raise ValueError(f"{what}: the groups must divide the channels")
        super().__init__(num_channels, eps, affine, bias, device, dtype)
        self.num_groups, self.num_channels = num_groups, num_channels
        self.affine, self.fused = affine, fused

    def forward(self, x):
        require_channels(x, self.num_channels, range(2, max(3, x.ndim + 1)))
        require_several(x.numel() / self.num_groups, x)
        if self.fused and x.is_floating_point():
            parts = self.weight, self.bias
            return torch.group_norm(x, self.num_groups, *parts, self.eps)
        parts = widened(x).unflatten(1, (self.num_groups, -1))
        dims = list(range(2, parts.ndim))  # a group's channels, all places
        y, _, _ = normalize(parts, dims, self.eps)
        return self.scaled(y.flatten(1, 2), x.dtype)

    # --8<-- [end:group-norm]

    def extra_repr(self) -> str:
        sizes = f"{self.num_groups}, {self.num_channels}"
        return f"{sizes}, eps={self.eps}, affine={self.affine}"
