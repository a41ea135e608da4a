# kind: exact
"""Early stopping in the training loop."""

# --8<-- [start:stop-fit]
import torch
from sklearn.datasets import load_diabetes
from torch import nn

from chainrule.data import DataLoader
from chainrule.training import EarlyStopping, evaluate, fit

X, t = map(torch.tensor, load_diabetes(return_X_y=True, scaled=False))
X, t = (X - X.mean(0)) / X.std(0), (t - t.mean()) / t.std()
data = [*zip(X.float(), t.float()[:, None], strict=True)]
loader, held = DataLoader(data[:60], 20), DataLoader(data[60:160], 100)

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(10, 64), nn.Tanh(), nn.Linear(64, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
stopping = EarlyStopping(model, patience=10)
loss = nn.functional.mse_loss
run = fit(
    *(model, loss, optimizer, loader, held),
    epochs=300,
    early_stopping=stopping,
    progress=False,
)
print("stopped before 300 epochs:", run.epoch < 300)
print("epochs after the best:", run.epoch - stopping.best_epoch)
again = evaluate(model, loss, held)["loss"]
print("its weights are back:", again == min(run.history["val_loss"]))
# --8<-- [end:stop-fit]
