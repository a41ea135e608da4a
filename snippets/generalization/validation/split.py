# kind: exact
"""Eleven samples in three parts, and what torch makes of them."""

# --8<-- [start:split]
import torch

from chainrule.data import random_split

data, shares = range(11), [0.6, 0.2, 0.2]
seeded = torch.Generator().manual_seed
names = "training", "validation", "test"
parts = random_split(data, shares, generator=seeded(0))
theirs = torch.utils.data.random_split(data, shares, generator=seeded(0))
for name, part, other in zip(names, parts, theirs, strict=True):
    same = part.indices == other.indices
    print(f"{name}: {sorted(part.indices)}, as torch: {same}")
# --8<-- [end:split]
