# kind: study
"""The cascade in PyTorch."""

from chainrule.models import CascadedLogistic

# --8<-- [start:usage]
import torch

X = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])
t = torch.tensor([0.0, 1, 1, 0])

torch.manual_seed(0)
model = CascadedLogistic(2, 4)
loss_function = torch.nn.BCEWithLogitsLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=2.0)
for step in range(2001):
    loss = loss_function(model(X), t)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 500 == 0:
        print(f"step {step:4}  loss {loss.item():.4f}")
print("predictions", (model(X) > 0).int().tolist())
# --8<-- [end:usage]
