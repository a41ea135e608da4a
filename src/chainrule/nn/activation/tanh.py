"""The hyperbolic tangent as a module."""

# --8<-- [start:tanh]
import torch
from torch import nn


class Tanh(nn.Module):
    """The hyperbolic tangent, elementwise; equals torch.nn.Tanh."""

    def forward(self, z):
        return torch.tanh(z)  # written out, exp(z) would overflow


# --8<-- [end:tanh]
