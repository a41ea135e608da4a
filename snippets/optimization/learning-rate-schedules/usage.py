# kind: exact
"""A schedule in use: one call after each update."""

from chainrule.optim.lr_scheduler import ExponentialLR

# --8<-- [start:usage]
import torch

w = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
schedule = ExponentialLR(optimizer, gamma=0.5)
for t in range(4):
    print(f"t = {t}  rate = {optimizer.param_groups[0]['lr']}")
    optimizer.zero_grad()
    w.square().sum().backward()
    optimizer.step()  # first the update with this rate,
    schedule.step()  # then the next rate
print(f"at step 10 it will be {schedule.rate(10, 0.1):.2e}")
# --8<-- [end:usage]
