# kind: numeric
"""From a series to a CSV of predictions: the whole way, once."""

# --8<-- [start:data]
import csv
from pathlib import Path
from tempfile import mkdtemp

import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset

from chainrule.data import daily_views, look_back


class Views(Dataset):
    """A week of views, and the day after it if that is known."""

    def __init__(self, X, t=None):
        self.X = torch.tensor(X, dtype=torch.float32)
        self.t = None if t is None else torch.tensor(t, dtype=torch.float32)

    def __len__(self):
        return len(self.X)

    def __getitem__(self, n):
        return self.X[n] if self.t is None else (self.X[n], self.t[n])


torch.manual_seed(0)
X, t = look_back(daily_views(1000) - 5, days=7)  # thousands, around 0
train_set = Views(X[:700], t[:700])
valid_set = Views(X[700:850], t[700:850])
test_set = Views(X[850:])  # the future: no answers
train_loader = DataLoader(train_set, batch_size=32, shuffle=True)
valid_loader = DataLoader(valid_set, batch_size=64)
test_loader = DataLoader(test_set, batch_size=64)
# --8<-- [end:data]


# --8<-- [start:model]
class Forecast(nn.Module):
    """Seven days (B, 7) to the eighth (B,)."""

    def __init__(self, days=7, width=16):
        super().__init__()
        self.hidden = nn.Linear(days, width)
        self.output = nn.Linear(width, 1)

    def forward(self, x):
        y = self.output(torch.relu(self.hidden(x)))  # (B, 1)
        return y.squeeze(1)  # (B,), as the targets


device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
model = Forecast().to(device)
criterion = nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.03, momentum=0.9)
path = Path(mkdtemp()) / "best.pt"
# --8<-- [end:model]

# --8<-- [start:loop]
best = float("inf")
for epoch in range(1, 51):
    model.train()
    total = 0.0
    for x, t in train_loader:
        x, t = x.to(device), t.to(device)
        optimizer.zero_grad()
        y = model(x)
        loss = criterion(y, t)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(t)
    train_loss = total / len(train_set)

    model.eval()
    total = 0.0
    with torch.no_grad():
        for x, t in valid_loader:
            x, t = x.to(device), t.to(device)
            total += criterion(model(x), t).item() * len(t)
    valid_loss = total / len(valid_set)

    if valid_loss < best:
        best = valid_loss
        torch.save(model.state_dict(), path)
    if epoch % 10 == 0 or epoch == 1:
        print(f"epoch {epoch:2}: {train_loss:.2f}, {valid_loss:.2f}")
# --8<-- [end:loop]

# --8<-- [start:predict]
model.load_state_dict(torch.load(path, map_location=device, weights_only=True))
model.eval()
parts = []
with torch.no_grad():
    for x in test_loader:
        parts.append(model(x.to(device)).cpu())
predictions = torch.cat(parts) + 5  # thousands again

with path.with_name("predictions.csv").open("w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["id", "views"])
    writer.writerows(enumerate(predictions.tolist()))
# --8<-- [end:predict]
