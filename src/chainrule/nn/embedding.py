"""A table of vectors, one for each word."""

# --8<-- [start:embedding]
import torch
from torch import nn


def embedding(x, weight):
    """Rows x (...) of weight (n, d): (..., d). Errors as in Embedding."""
    if x.dtype not in (torch.int32, torch.int64):
        raise TypeError(f"x must be int32 or int64, got {x.dtype}")
    outside = x[(x < 0) | (x >= len(weight))]
    if len(outside):
        raise IndexError(f"{outside[0]} is not in 0 ... {len(weight) - 1}")
    rows = weight.index_select(0, x.flatten())  # (36.3)
    return rows.unflatten(0, x.shape) if x.dim() else rows[0]


class Embedding(nn.Module):
    """Row x of a table: what a one-hot vector of x times the table is.

    Input (...) of whole numbers from 0 to num_embeddings - 1, output
    (..., embedding_dim). weight (num_embeddings, embedding_dim) starts
    normal, as in torch.nn.Embedding. The row padding_idx, counted from
    the end if it is negative, starts at 0 and gets no gradient. Raises
    ValueError for sizes below 1 and for a padding_idx that is no row,
    TypeError for indices of another kind, IndexError for one that is
    no row.
    """

    def __init__(
        self,
        num_embeddings,
        embedding_dim,
        padding_idx=None,
        device=None,
        dtype=None,
    ):
        super().__init__()
        if min(num_embeddings, embedding_dim) < 1:
            raise ValueError(f"no table {num_embeddings} x {embedding_dim}")
        if padding_idx is not None:
            if not -num_embeddings <= padding_idx < num_embeddings:
                raise ValueError(f"padding_idx {padding_idx} is no row")
            padding_idx %= num_embeddings
        self.num_embeddings, self.embedding_dim = num_embeddings, embedding_dim
        self.padding_idx = padding_idx
        shape, like = (num_embeddings, embedding_dim), {"device": device}
        self.weight = nn.Parameter(torch.empty(shape, **like, dtype=dtype))
        self.reset_parameters()

    # --8<-- [end:embedding]

    @torch.no_grad()
    def reset_parameters(self):
        self.weight.normal_()
        if self.padding_idx is not None:
            self.weight[self.padding_idx] = 0

    # --8<-- [start:forward]
    def forward(self, x):
        rows = embedding(x, self.weight)
        if self.padding_idx is None:
            return rows
        padding = (x == self.padding_idx)[..., None]
        return torch.where(padding, rows.detach(), rows)  # no gradient there

    # --8<-- [end:forward]

    def extra_repr(self) -> str:
        said = f"{self.num_embeddings}, {self.embedding_dim}"
        if self.padding_idx is not None:
            said += f", padding_idx={self.padding_idx}"
        return said
