"""The logistic sigmoid as a module."""

# --8<-- [start:sigmoid]
import torch
from torch import nn


class Sigmoid(nn.Module):
    """1 / (1 + exp(-z)), elementwise; equals torch.nn.Sigmoid."""

    def forward(self, z):
        return torch.sigmoid(z)  # written out, exp(-z) would overflow


# --8<-- [end:sigmoid]
