"""Rotary positions: queries and keys are turned, and the score sees i - j."""

# --8<-- [start:rotary]
import torch
from torch import nn

from chainrule.nn.position.checks import check_places


def apply_rotary(x, cos, sin):
    """Turn each pair of coordinates (2i, 2i + 1) by its angle.

    x (..., T, E), cos and sin (T, E / 2). Su et al. (2021),
    arXiv:2104.09864, equation 15.
    """
    even, odd = x[..., 0::2], x[..., 1::2]
    turned = even * cos - odd * sin, even * sin + odd * cos
    return torch.stack(turned, -1).flatten(-2)


class RotaryPositionalEmbedding(nn.Module):
    """Turns pair i at position t by t / base^(2i / dim). Nothing is learned.

    Input and output (..., T, dim): queries and keys, not values; offset
    is the position of the first. Many libraries pair i with i + dim / 2
    instead: the same up to the order of the coordinates, and wrong for
    weights of the other kind. Raises ValueError for an odd dim and
    beyond max_len and for a negative offset.
    """

    cos: torch.Tensor
    sin: torch.Tensor

    def __init__(self, dim, max_len=5000, base=10_000.0):
        super().__init__()
        if dim < 2 or dim % 2:
            raise ValueError(f"coordinates are turned in pairs, got dim={dim}")
        position = torch.arange(max_len, dtype=torch.float64)
        two_i = torch.arange(0, dim, 2, dtype=torch.float64)
        angle = position[:, None] / base ** (two_i / dim)
        self.register_buffer("cos", angle.cos(), persistent=False)
        self.register_buffer("sin", angle.sin(), persistent=False)

    def forward(self, x, offset=0):
        end = offset + x.shape[-2]
        check_places(x.shape[-2], offset, len(self.cos))
        tables = self.cos[offset:end], self.sin[offset:end]
        return apply_rotary(x, *(table.to(x.dtype) for table in tables))

    # --8<-- [end:rotary]
