# kind: exact
"""The fans of a kernel."""

# --8<-- [start:fans]
import torch

from chainrule.nn.init import fan_in_and_fan_out

print(fan_in_and_fan_out(torch.nn.Linear(400, 100).weight))
print(fan_in_and_fan_out(torch.nn.Conv2d(64, 128, 3).weight))
# --8<-- [end:fans]
