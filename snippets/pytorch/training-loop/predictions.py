# kind: exact
"""One row for each sample, in its order; a shuffled loader is refused."""

# --8<-- [start:predictions]
from pathlib import Path
from tempfile import mkdtemp

import torch

from chainrule.data import DataLoader
from chainrule.training import predict, save_predictions

model = torch.nn.Linear(1, 1)
with torch.no_grad():
    model.weight.fill_(0.1)
    model.bias.fill_(0.0)
X = torch.arange(5.0)[:, None]
y = predict(model, DataLoader(X, batch_size=2))
print(tuple(y.shape), y.requires_grad, model.training)

path = Path(mkdtemp()) / "y.csv"
save_predictions(y, path, header=("id", "y"))
print(path.read_text("utf-8"), end="")

try:
    predict(model, DataLoader(X, batch_size=2, shuffle=True))
except ValueError as error:
    print(str(error).partition(",")[0])
# --8<-- [end:predictions]
