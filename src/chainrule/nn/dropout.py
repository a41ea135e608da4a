"""Dropout as a module."""

# --8<-- [start:dropout]
import torch
from torch import nn


class Dropout(nn.Module):
    """In training zero with probability p, else x / (1 - p).

    In evaluation x: the mean is that of training (inverted dropout).
    From one generator torch.nn.Dropout draws the same zeros on a CPU.
    inplace=True writes into x. Raises ValueError for p outside [0, 1],
    TypeError for integers (torch: RuntimeError).
    """

    def __init__(self, p=0.5, inplace=False):
        super().__init__()
        if not 0 <= p <= 1:
            message = f"dropout probability has to be between 0 and 1: {p}"
            raise ValueError(message)
        self.p, self.inplace = p, inplace
        self.in_training = 1 / (1 - p) if p < 1 else 0.0

    def forward(self, x):
        if not x.is_floating_point():
            raise TypeError(f"input must be floating point, got {x.dtype}")
        if not self.training or self.p == 0:
            return x
        kept = torch.empty_like(x).bernoulli_(1 - self.p)
        factors = kept.mul_(self.in_training)
        return x.mul_(factors) if self.inplace else x * factors

    # --8<-- [end:dropout]

    def extra_repr(self) -> str:
        return f"p={self.p}, inplace={self.inplace}"
