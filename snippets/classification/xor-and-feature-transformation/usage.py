"""The cascade in PyTorch."""

import torch

from chainrule.models import CascadedLogistic
from chainrule.nn import BCEWithLogitsLoss
from chainrule.optim import SGD

# --8<-- [start:usage]
X = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])
t = torch.tensor([0.0, 1, 1, 0])

torch.manual_seed(0)
model = CascadedLogistic(2, 4)
loss_function = BCEWithLogitsLoss()
optimizer = SGD(model.parameters(), lr=2.0)
for step in range(2001):
    loss = loss_function(model(X), t)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 500 == 0:
        print(f"step {step:4}  loss {loss.item():.4f}")
print("predictions", (model(X) > 0).int().tolist())
# --8<-- [end:usage]
