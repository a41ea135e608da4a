# kind: exact
"""Two schedules, one after the other."""

import torch

from chainrule.optim.lr_scheduler import CosineAnnealingLR, LinearWarmup

# --8<-- [start:both]
from torch.optim.lr_scheduler import SequentialLR

w = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.Adam([w], lr=0.1)
warm, cool = LinearWarmup(optimizer, 4), CosineAnnealingLR(optimizer, 6)
schedule = SequentialLR(optimizer, [warm, cool], milestones=[4])
rates = []
for _ in range(10):
    rates.append(optimizer.param_groups[0]["lr"])
    optimizer.step()
    schedule.step()
print(" ".join(f"{rate:.3f}" for rate in rates))
# --8<-- [end:both]
