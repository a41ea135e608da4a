# kind: exact
"""What a module knows of its parameters, and what it does not."""

# --8<-- [start:parameters]
import torch
from torch import nn


class Forecast(nn.Module):
    def __init__(self, days=7, width=16):
        super().__init__()
        self.hidden = nn.Linear(days, width)
        self.output = nn.Linear(width, 1)


for name, p in Forecast().named_parameters():
    print(f"{name:13} {tuple(p.shape)!s:8} {p.numel():4}")
print("together", sum(p.numel() for p in Forecast().parameters()))
# --8<-- [end:parameters]


# --8<-- [start:hidden]
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
    print(type(model).__name__, count, [*model.state_dict()])
# --8<-- [end:hidden]
