# kind: numeric
"""A training that is stopped in its second epoch, and goes on."""

# --8<-- [start:resume]
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from chainrule.training import fit


def training(loss, **options):
    """The same training each time it is called: seven batches an epoch."""
    torch.manual_seed(0)
    layers = nn.Linear(2, 8), nn.Dropout(0.2), nn.ReLU(), nn.Linear(8, 1)
    model = nn.Sequential(*layers)
    X = torch.randn(100, 2)
    loader = DataLoader(TensorDataset(X, X.prod(1, True)), 16, shuffle=True)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    valid = [(X[:20], X[:20].prod(1, True))]
    fit(model, loss, optimizer, loader, valid, epochs=3, **options)
    return torch.cat([p.detach().flatten() for p in model.parameters()])


mse, calls = nn.functional.mse_loss, count(1)


def until_ten(y, t):
    if next(calls) == 10:
        raise KeyboardInterrupt  # as Ctrl-C twice
    return mse(y, t)


path = Path(mkdtemp()) / "run.pt"
whole = training(mse)
try:
    training(until_ten, path=path, every=1)
except KeyboardInterrupt:
    print("stopped; there is a checkpoint:", path.exists())
try:
    training(mse, path=path)
except FileExistsError:
    print("not begun anew: FileExistsError")
resumed = training(mse, path=path, resume=True)
print("largest difference", (resumed - whole).abs().max().item())
# --8<-- [end:resume]
