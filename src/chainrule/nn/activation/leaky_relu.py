"""The ReLU that leaks as a module."""

# --8<-- [start:leaky-relu]
import torch
from torch import nn


class LeakyReLU(nn.Module):
    """z above zero, negative_slope z below; equals torch.nn.LeakyReLU.

    At z = 0 the derivative is negative_slope, as in torch. inplace=True
    writes into z.
    """

    def __init__(self, negative_slope=0.01, inplace=False):
        super().__init__()
        self.negative_slope, self.inplace = negative_slope, inplace

    def forward(self, z):
        y = torch.where(z > 0, z, self.negative_slope * z)
        return z.copy_(y) if self.inplace else y


# --8<-- [end:leaky-relu]
