"""The maxout unit: the largest of several straight lines."""

# --8<-- [start:maxout]
import numpy as np

from chainrule.scratch.nn.base import Layer
from chainrule.scratch.nn.linear import Linear


class Maxout(Layer):
    """y_i = max_j (w_ij^T x + b_ij) over so many pieces j of each unit i.

    x (N, in_features), y (N, out_features). It learns its activation, and
    so replaces a linear layer and what follows it: linear has the
    weights of all pieces, those of a unit in adjacent rows. The gradient
    goes to the piece that won, of several to the first. torch has none.
    Goodfellow et al. (2013), arXiv:1302.4389, section 3. Raises
    ValueError for sizes below 1 and for an x of another shape.
    """

    def __init__(
        self, in_features, out_features, num_pieces=2, rng=None, dtype=float
    ):
        if num_pieces < 1:
            raise ValueError(f"no pieces: num_pieces {num_pieces}")
        self.rows = out_features * num_pieces
        self.linear = Linear(in_features, self.rows, rng, dtype)
        self.out_features, self.num_pieces = out_features, num_pieces

    def parameters(self):
        return self.linear.parameters()

    def forward(self, x):
        z = self.linear.forward(x)
        z = z.reshape(len(z), self.out_features, self.num_pieces)
        winner = z.argmax(axis=-1)[..., None]
        self.keep(winner)
        return np.take_along_axis(z, winner, axis=-1)[..., 0]  # (13.14)

    def backward(self, dy):
        (winner,) = self.take()
        dz = np.zeros((*dy.shape, self.num_pieces), dy.dtype)
        np.put_along_axis(dz, winner, dy[..., None], axis=-1)  # (13.15)
        return self.linear.backward(dz.reshape(len(dz), self.rows))


# --8<-- [end:maxout]
