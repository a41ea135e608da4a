# kind: exact
"""What a module finds of what is assigned to it, and what it does not."""

# --8<-- [start:registered]
import torch
from torch import nn


class Lost(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(7, 16), nn.Linear(16, 1)]
        self.scale = torch.ones(1)


class Found(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(7, 16), nn.Linear(16, 1)])
        self.scale = nn.Parameter(torch.ones(1))
        self.register_buffer("mean", torch.zeros(7))


for model in (Lost(), Found()):
    count = sum(p.numel() for p in model.parameters())
    print(type(model).__name__, count, *model.state_dict(), sep="\n  ")
# --8<-- [end:registered]
