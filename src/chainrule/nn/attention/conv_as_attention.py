"""A convolution told as multi-head attention: one head for each shift."""

# --8<-- [start:shift-attention]
import torch
from torch import nn
from torch.nn.functional import pad


class ShiftAttention(nn.Module):
    """Multi-head attention whose head h looks at the pixel i + shift h.

    The score -sharpness · |j - i - shift h|² knows nothing of the
    content; its softmax is 1 at one pixel and 0 at all others, exactly.
    A head's value is the pixel, its part of W_O a slice of the filters.
    Input (N, in_channels, H, W), output as of the convolution.
    """

    def __init__(self, conv, sharpness=1000.0):
        super().__init__()
        self.weight, self.bias = conv.weight, conv.bias
        self.stride, self.padding = conv.stride, conv.padding
        self.sharpness = sharpness
        dilation = torch.tensor(conv.dilation)
        self.shifts = self.grid(*conv.kernel_size) * dilation  # (heads, 2)

    def weights(self, height, width):
        """(heads, queries, keys) on a padded picture, queries' rows, columns.

        A query stands at the corner of a window.
        """
        room = torch.tensor([height, width]) - self.shifts[-1]
        if (room < 1).any():
            raise ValueError(f"no window fits into {height} x {width} pixels")
        stride = torch.tensor(self.stride)
        rows, columns = ((room - 1) // stride + 1).tolist()
        aims = self.grid(rows, columns) * stride + self.shifts[:, None]
        off = self.grid(height, width) - aims[:, :, None]  # from aim to key
        scores = -self.sharpness * off.square().sum(-1)
        return scores.softmax(-1), (rows, columns)

    def forward(self, x):
        down, across = self.padding
        x = pad(x, (across, across, down, down))
        weights, size = self.weights(*x.shape[2:])
        heads = weights.to(x) @ x.flatten(2).mT[:, None]
        w_o = self.weight.flatten(2)  # (out, in, heads)
        y = torch.einsum("nhlc,och->nol", heads, w_o).unflatten(2, size)
        return y if self.bias is None else y + self.bias[:, None, None]

    @staticmethod
    def grid(rows, columns):
        """(row, column) of each place, row by row: (rows * columns, 2)."""
        return torch.cartesian_prod(torch.arange(rows), torch.arange(columns))


# --8<-- [end:shift-attention]


def conv_as_attention(conv):
    """A Conv2d (torch's or ours) as attention with the same parameters.

    Height times width of the kernel heads. Cordonnier, Loukas and Jaggi
    (2020), arXiv:1911.03584, theorem 1; their shifts count from the
    middle of the window, ours from its corner. Raises ValueError for
    groups, for other paddings than zeros and for "same" and "valid".
    """
    if conv.groups != 1 or conv.padding_mode != "zeros":
        kind = f"groups={conv.groups}, padding_mode={conv.padding_mode!r}"
        raise ValueError(f"one group and zeros around it, got {kind}")
    if isinstance(conv.padding, str):
        raise ValueError(f"padding must be numbers, got {conv.padding!r}")
    return ShiftAttention(conv)
