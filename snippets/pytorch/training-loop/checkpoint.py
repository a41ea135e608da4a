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

# --8<-- [start:refused]
other = torch.nn.Linear(3, 1)
try:
    other.load_state_dict(best)
except RuntimeError as error:
    for words in ("Missing key", "size mismatch for weight"):
        print(words, words in str(error))

torch.save(other, path)  # the whole object, which is a program
try:
    load(path)
except ValueError as error:
    print("refused:", "is no checkpoint" in str(error))
# --8<-- [end:refused]
