"""The softmax function as a module."""

# --8<-- [start:softmax]
import torch
from torch import nn


class Softmax(nn.Module):
    """exp(z_k) / sum_j exp(z_j) along dim; equals torch.nn.Softmax(dim).

    dim is the last axis unless given; torch warns if it is left out.
    """

    def __init__(self, dim=-1):
        super().__init__()
        self.dim = dim

    def forward(self, z):
        power = torch.exp(z - z.amax(self.dim, keepdim=True).detach())
        return power / power.sum(self.dim, keepdim=True)  # (9.2)


# --8<-- [end:softmax]
