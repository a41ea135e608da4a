# kind: exact
"""Which parameters of a small network decay."""

# --8<-- [start:groups]
from torch import nn

from chainrule.optim import AdamW, decay_groups

model = nn.Sequential(
    nn.Conv2d(1, 8, 3), nn.BatchNorm2d(8), nn.ReLU(), nn.Flatten()
)
model.append(nn.Linear(8 * 6 * 6, 10))
optimizer = AdamW(decay_groups(model, weight_decay=0.1), lr=1e-3)

names = {p: name for name, p in model.named_parameters()}
for group in optimizer.param_groups:
    print(group["weight_decay"], *(names[p] for p in group["params"]))
# --8<-- [end:groups]
