# kind: numeric
"""Layer and instance normalization as group normalization."""

# --8<-- [start:solution]
import torch

from chainrule import nn

x = torch.randn(3, 6, 4, 5, generator=torch.Generator().manual_seed(0))
pairs = {
    "one group": (nn.GroupNorm(1, 6), nn.LayerNorm((6, 4, 5))),
    "a group a channel": (nn.GroupNorm(6, 6), nn.InstanceNorm2d(6)),
}
for name, (group, other) in pairs.items():
    gap = (group(x) - other(x)).abs().max().item()
    print(f"{name}: {type(other).__name__}, {gap < 1e-5}")
# --8<-- [end:solution]
