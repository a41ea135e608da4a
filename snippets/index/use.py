# kind: exact
"""Use the implementation: it is torch with our layer, loss and optimizer."""

# --8<-- [start:use]
import torch

from chainrule.nn import Linear, MSELoss
from chainrule.optim import SGD

x = torch.tensor([[0.0], [1.0], [2.0]])
t = torch.tensor([[1.0], [2.0], [6.0]])
model, loss_function = Linear(1, 1), MSELoss()
optimizer = SGD(model.parameters(), lr=0.3)
for _ in range(100):
    optimizer.zero_grad()
    loss_function(model(x), t).backward()
    optimizer.step()
print(f"y = {model.bias.item():.3f} + {model.weight.item():.3f} x")
# --8<-- [end:use]
