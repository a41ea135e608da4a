"""The maxout unit as a module."""

# --8<-- [start:maxout]
from torch import nn

from chainrule.nn.linear import Linear


class Maxout(nn.Module):
    """y_i = max_j (w_ij^T x + b_ij) over num_pieces pieces j of each unit.

    Input (..., in_features), output (..., out_features). torch has
    none; Goodfellow et al. (2013), arXiv:1302.4389, section 3. max(-1)
    sends the gradient to one piece, the winner, where amax would share
    it between equals. Raises ValueError for num_pieces < 1.
    """

    def __init__(
        self, in_features, out_features, num_pieces=2, device=None, dtype=None
    ):
        super().__init__()
        if num_pieces < 1:
            raise ValueError(f"no pieces: num_pieces {num_pieces}")
        rows = out_features * num_pieces
        self.linear = Linear(in_features, rows, device=device, dtype=dtype)
        self.shape = out_features, num_pieces

    def forward(self, x):
        z = self.linear(x).unflatten(-1, self.shape)
        return z.max(-1).values


# --8<-- [end:maxout]
