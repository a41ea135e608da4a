# kind: study
"""The cascade in PyTorch.

Prints CSV: the loss, and how many of the four points are right, on the way.
"""

from chainrule.models import CascadedLogistic

# --8<-- [start:usage]
import torch

X = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])
t = torch.tensor([0.0, 1, 1, 0])

torch.manual_seed(0)
model = CascadedLogistic(2, 4)
loss_function = torch.nn.BCEWithLogitsLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=2.0)
print("step,loss,right")
for step in range(1001):
    z = model(X)
    loss = loss_function(z, t)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 250 == 0:
        print(step, f"{loss.item():.4f}", ((z > 0) == t).sum().item(), sep=",")
# --8<-- [end:usage]
