# kind: exact
"""The mean of the means of batches is not the mean."""

import torch

from chainrule.nn import MSELoss

# --8<-- [start:batches]
t = torch.arange(10.0)
y = torch.zeros(10)
loss = MSELoss()
pairs = zip(y.split(4), t.split(4), strict=True)  # 4, 4 and 2
means = [(loss(a, b), len(a)) for a, b in pairs]

print(f"mean of all          {loss(y, t):.2f}")
print(f"mean of batch means  {sum(m for m, _ in means) / len(means):.2f}")
print(f"weighted by size     {sum(m * n for m, n in means) / 10:.2f}")
# --8<-- [end:batches]
