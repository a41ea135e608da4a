"""The hard sigmoid as a module."""

# --8<-- [start:hardsigmoid]
from torch import nn


class Hardsigmoid(nn.Module):
    """min(1, max(0, z / 6 + 1/2)), elementwise; torch.nn.Hardsigmoid.

    At both bends the derivative is 1/6, where torch takes 0. inplace=True
    writes into z.
    """

    def __init__(self, inplace=False):
        super().__init__()
        self.inplace = inplace

    def forward(self, z):
        y = (z / 6 + 0.5).clamp(0, 1)
        return z.copy_(y) if self.inplace else y


# --8<-- [end:hardsigmoid]
