"""Dropout: while training, each number is zero with probability p."""

# --8<-- [start:dropout]
import numpy as np

from chainrule.scratch.checks import real
from chainrule.scratch.nn.base import Layer


class Dropout(Layer):
    """In training zero with probability p, else x / (1 - p).

    In evaluation x: the mean is that of training (inverted dropout). As
    torch.nn.Dropout. rng is a seed or a generator of NumPy. Srivastava
    et al. (2014), section 10. Raises ValueError for p outside [0, 1].
    """

    def __init__(self, p=0.5, rng=None):
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p, self.rng = p, np.random.default_rng(rng)
        self.in_training = 1 / (1 - p) if p < 1 else 0.0
        self.in_evaluation = 1.0

    def forward(self, x):
        x = real(x, "x")
        if self.training:
            kept = self.rng.random(x.shape) >= self.p
            factors = self.in_training * kept.astype(x.dtype)
        else:
            factors = np.full_like(x, self.in_evaluation)
        self.keep(factors)
        return x * factors

    def backward(self, dy):
        (factors,) = self.take()  # those of the forward
        return dy * factors


# --8<-- [end:dropout]
