"""A table of vectors, one for each word."""

# --8<-- [start:embedding]
import numpy as np

from chainrule.scratch.nn.base import Layer


class Embedding(Layer):
    """Row x of a table: what a one-hot vector of x times the table is.

    x (...) of whole numbers, y (..., embedding_dim). weight
    (num_embeddings, embedding_dim) starts normal, as torch's; its row
    padding_idx, counted from the end if it is negative, starts at 0 and
    gets no gradient. rng is a seed or a generator of NumPy. Raises
    ValueError for sizes below 1 and for a padding_idx that is no row,
    TypeError for indices of another kind, IndexError for one that is
    no row.
    """

    def __init__(
        self,
        num_embeddings,
        embedding_dim,
        padding_idx=None,
        rng=None,
        dtype=float,
    ):
        if min(num_embeddings, embedding_dim) < 1:
            raise ValueError(f"no table {num_embeddings} x {embedding_dim}")
        rng = np.random.default_rng(rng)
        weight = rng.normal(size=(num_embeddings, embedding_dim))
        self.weight = weight.astype(dtype)
        self.grad_weight = np.zeros_like(self.weight)
        if padding_idx is not None:
            if not -num_embeddings <= padding_idx < num_embeddings:
                raise ValueError(f"padding_idx {padding_idx} is no row")
            self.weight[padding_idx] = 0
        self.padding_idx = padding_idx

    # --8<-- [end:embedding]

    # --8<-- [start:both-ways]
    def parameters(self):
        return [(self.weight, self.grad_weight)]

    def forward(self, x):
        x = np.asarray(x)
        if x.dtype.kind not in "iu":
            raise TypeError(f"x must be whole numbers, got {x.dtype}")
        outside = x[(x < 0) | (x >= len(self.weight))]
        if outside.size:
            raise IndexError(
                f"{outside[0]} is not in 0 ... {len(self.weight) - 1}"
            )
        self.keep(x)
        return self.weight[x]  # (36.3)

    def backward(self, dy):
        """Keeps the table's gradient; an index has none, so it is None."""
        (x,) = self.take()
        self.grad_weight[...] = 0
        np.add.at(self.grad_weight, x, dy)  # (36.4): a word may come twice
        if self.padding_idx is not None:
            self.grad_weight[self.padding_idx] = 0

    # --8<-- [end:both-ways]
