# kind: exact
"""One update by hand and by torch: y = w x, one sample."""

# --8<-- [start:update]
import torch

w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.125)
x, t = torch.tensor(2.0), torch.tensor(3.0)
for _ in range(2):
    optimizer.zero_grad()
    y = w * x
    loss = (y - t) ** 2
    loss.backward()
    optimizer.step()
    print(
        f"y = {y.item()}  loss = {loss.item()}  "
        f"grad = {w.grad.item()}  w = {w.item()}"
    )
# --8<-- [end:update]
