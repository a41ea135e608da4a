# kind: numeric
"""How many of ten weights are exactly zero, by three ways to the same loss."""

# --8<-- [start:zeros]
import torch
from sklearn.datasets import load_diabetes
from sklearn.linear_model import Lasso

from chainrule.optim import SGD, ProximalSGD

X, t = load_diabetes(return_X_y=True)
X, t = X / X.std(axis=0), t - t.mean()  # the columns have mean 0
A, b = torch.tensor(X), torch.tensor(t)


def descend(optimizer_class, penalty=0.0, **options):
    w = torch.zeros(10, dtype=torch.float64, requires_grad=True)
    optimizer = optimizer_class([w], lr=0.4, **options)
    for _ in range(400):
        optimizer.zero_grad()
        loss = (A @ w - b).square().mean() / 2 + penalty * w.abs().sum()
        loss.backward()
        optimizer.step()
    return w.detach()


print("l1  lasso  proximal  subgradient  its smallest")
for l1 in (1, 5, 20):
    lasso = torch.tensor(Lasso(alpha=l1).fit(X, t).coef_)
    ways = lasso, descend(ProximalSGD, l1=l1), descend(SGD, penalty=l1)
    zeros = [(w == 0).sum().item() for w in ways]
    smallest = ways[2].abs().min().item()
    print("{:2} {:6} {:9} {:12}".format(l1, *zeros), f"{smallest:12.3f}")
# --8<-- [end:zeros]
