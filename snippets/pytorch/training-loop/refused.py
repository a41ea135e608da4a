# kind: exact
"""What is not loaded: another shape, and a file that holds a program."""

# --8<-- [start:refused]
from pathlib import Path
from tempfile import mkdtemp

import torch

from chainrule.training import load

model, other = torch.nn.Linear(2, 1, bias=False), torch.nn.Linear(3, 1)
try:
    other.load_state_dict(model.state_dict())
except RuntimeError as error:
    for words in ("Missing key", "size mismatch for weight"):
        print(words, words in str(error))

path = Path(mkdtemp()) / "model.pt"
torch.save(other, path)  # the whole object, not its state
try:
    load(path)
except ValueError as error:
    print("refused:", "is no checkpoint" in str(error))
# --8<-- [end:refused]
