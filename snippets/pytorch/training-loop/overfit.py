# kind: study
"""Too large a network for too few weeks of views: an epoch a row.

Prints CSV: epoch, loss on the training set, loss on the validation set.
"""

# --8<-- [start:run]
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from chainrule.data import daily_views, look_back
from chainrule.training import fit

SEED, EPOCHS = 0, 60

torch.set_num_threads(1)
torch.manual_seed(SEED)
X, t = (
    torch.tensor(a, dtype=torch.float32)
    for a in look_back(daily_views(500, seed=SEED) - 5, days=7)
)
t = t[:, None]
loader = DataLoader(TensorDataset(X[:40], t[:40]), 16, shuffle=True)
valid = DataLoader(TensorDataset(X[150:], t[150:]), 64)
model = nn.Sequential(nn.Linear(7, 128), nn.ReLU(), nn.Linear(128, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
run = fit(
    model,
    nn.functional.mse_loss,
    optimizer,
    loader,
    valid,
    epochs=EPOCHS,
    progress=False,
)
# --8<-- [end:run]

print("epoch,loss,val_loss,best")
for n, (a, b) in enumerate(
    zip(run.history["loss"], run.history["val_loss"], strict=True), 1
):
    print(n, f"{a:.4f}", f"{b:.4f}", int(n == run.best_epoch), sep=",")
