# kind: numeric
"""Ridge regression as weight decay in PyTorch."""

import numpy as np

from chainrule.scratch.models import Ridge

# --8<-- [start:decay]
import torch

X, t = np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 2.0, 6.0])
alpha = 3.0
layer = torch.nn.Linear(1, 1, dtype=torch.float64)
groups = [
    {"params": [layer.weight], "weight_decay": 2 * alpha / len(t)},  # (5.14)
    {"params": [layer.bias], "weight_decay": 0.0},
]
optimizer = torch.optim.SGD(groups, lr=0.1)
for _ in range(500):
    y = layer(torch.tensor(X)).squeeze(-1)
    loss = torch.nn.functional.mse_loss(y, torch.tensor(t))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
model = Ridge(alpha).fit(X, t)
print(f"PyTorch w = {layer.weight.item():.6f}, b = {layer.bias.item():.6f}")
print(f"Ridge   w = {model.w_[0]:.6f}, b = {model.b_:.6f}")
# --8<-- [end:decay]
