# kind: exact
"""Exercise: the smallest loss that smoothed targets allow."""

import torch

from chainrule.nn import CrossEntropyLoss

# --8<-- [start:solution]
target = torch.full((1, 10), 0.01)
target[0, 3] = 0.91  # label_smoothing=0.1 with ten classes
print(f"entropy of the target {-(target * target.log()).sum():.4f}")
loss = CrossEntropyLoss(label_smoothing=0.1)
for gap in (2.0, 4.5109, 10.0):  # 4.5109 = ln 91
    z = torch.zeros(1, 10)
    z[0, 3] = gap
    print(f"logit ahead by {gap:7.4f}: loss {loss(z, torch.tensor([3])):.4f}")
# --8<-- [end:solution]
