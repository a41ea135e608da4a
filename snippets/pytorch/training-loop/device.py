# kind: exact
"""Why the optimizer is made last; meta is a device without numbers."""

# --8<-- [start:order]
import torch
from torch import nn


def same(device, dtype=torch.float32):
    """Whether the optimizer still holds the model's own parameter."""
    model = nn.Linear(2, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    model.to(device, dtype)
    return optimizer.param_groups[0]["params"][0] is model.weight


print("moved within the CPU:", same("cpu", torch.float64))
print("moved to meta:", same("meta"))
# --8<-- [end:order]
