# kind: numeric
"""Three rules on one weight, and torch's on the same generator."""

# --8<-- [start:usage]
import math

import torch

from chainrule.nn import init

weight = torch.empty(100, 400)  # 400 inputs, 100 neurons
rules = {
    "xavier_normal_": {},
    "xavier_uniform_": {},
    "kaiming_normal_": {"nonlinearity": "relu"},
    "kaiming_uniform_": {"a": math.sqrt(5)},
}
for name, given in rules.items():
    torch.manual_seed(0)
    ours = getattr(init, name)(weight, **given).clone()
    torch.manual_seed(0)
    theirs = getattr(torch.nn.init, name)(weight, **given)
    same = torch.equal(ours, theirs)
    print(f"{name:16} deviation {ours.std():.4f}, as torch: {same}")
# --8<-- [end:usage]
