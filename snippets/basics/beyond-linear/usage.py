# kind: study
"""A sum of ReLUs in PyTorch: model, loss, optimizer. Prints CSV."""

import numpy as np

from chainrule.models import ReLUSum
from chainrule.data.views import WEEK, daily_views

views = daily_views(400, seed=0)
u = views - 5 - WEEK[np.arange(400) % 7]
X, t = u[:-1, None], u[1:]

# --8<-- [start:usage]
import torch

inputs = torch.tensor(X, dtype=torch.float32)
targets = torch.tensor(t, dtype=torch.float32)
torch.manual_seed(0)
model = ReLUSum(in_features=1, units=10)  # 1: the function set
loss_function = torch.nn.MSELoss()  # 2: the loss
optimizer = torch.optim.SGD(model.parameters(), lr=0.2)  # 3: the search
print("step,loss")
for step in range(1001):
    loss = loss_function(model(inputs), targets)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 250 == 0:
        print(f"{step},{loss.item():.4f}")
# --8<-- [end:usage]
