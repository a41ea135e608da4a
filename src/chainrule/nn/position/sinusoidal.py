"""Sinusoidal positions: each pair of coordinates turns at its own speed."""

# --8<-- [start:sinusoidal]
import torch
from torch import nn

from chainrule.nn.dropout import Dropout
from chainrule.nn.position.checks import check_places


def sinusoidal_positions(length, d_model, base=10_000.0, offset=0):
    """The vectors of positions offset, offset + 1, …: (length, d_model).

    Coordinates 2i and 2i + 1 are sine and cosine of position / base^(2i /
    d_model); an odd d_model ends with a sine. Float64. Vaswani et al.
    (2017), arXiv:1706.03762, section 3.5. Raises ValueError for sizes
    below 1 (a length of 0 is an empty table).
    """
    if d_model < 1 or length < 0:
        sizes = f"length={length}, d_model={d_model}"
        raise ValueError(f"a table needs a size, got {sizes}")
    position = torch.arange(offset, offset + length, dtype=torch.float64)
    two_i = torch.arange(0, d_model, 2, dtype=torch.float64)
    angle = position[:, None] / base ** (two_i / d_model)
    table = torch.empty(length, d_model, dtype=torch.float64)
    table[:, 0::2] = angle.sin()
    table[:, 1::2] = angle.cos()[:, : d_model // 2]
    return table


class SinusoidalPositionalEncoding(nn.Module):
    """x + its positions, then dropout. Nothing is learned.

    Input and output (..., T, d_model); offset is the position of the
    first. Raises ValueError beyond max_len and for a negative offset.
    """

    table: torch.Tensor

    def __init__(self, d_model, dropout=0.0, max_len=5000):
        super().__init__()
        self.dropout = Dropout(dropout)
        table = sinusoidal_positions(max_len, d_model)
        table = table.to(torch.get_default_dtype())
        self.register_buffer("table", table, persistent=False)

    def forward(self, x, offset=0):
        end = offset + x.shape[-2]
        check_places(x.shape[-2], offset, len(self.table))
        return self.dropout(x + self.table[offset:end])

    # --8<-- [end:sinusoidal]
