"""The rectified linear unit as a module."""

# --8<-- [start:relu]
import torch
from torch import nn


class ReLU(nn.Module):
    """max(0, z), elementwise; equals torch.nn.ReLU.

    At z = 0 the derivative is 0, as in torch. inplace=True writes into z.
    """

    def __init__(self, inplace=False):
        super().__init__()
        self.inplace = inplace

    def forward(self, z):
        return torch.relu_(z) if self.inplace else torch.relu(z)


# --8<-- [end:relu]
