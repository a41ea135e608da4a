# kind: exact
"""What a state dict is, and what a file may hold."""

# --8<-- [start:state]
import copy
from pathlib import Path
from tempfile import mkdtemp

import torch

from chainrule.training import load, save

model = torch.nn.Linear(2, 1, bias=False)
model.weight.data.fill_(1.0)
best = model.state_dict()  # the weights themselves
copied = copy.deepcopy(model.state_dict())
save(model.state_dict(), path := Path(mkdtemp()) / "best.pt")
with torch.no_grad():
    model.weight += 1  # the training goes on
print("state_dict()", best["weight"].tolist())
print("deepcopy    ", copied["weight"].tolist())
print("the file    ", load(path)["weight"].tolist())
# --8<-- [end:state]
