# kind: study
"""One epoch over twenty samples, in batches of 20, 5 and 1."""

from chainrule.data import Batches
from chainrule.optim import SGD

# --8<-- [start:epoch]
import numpy as np
import torch

rng = np.random.default_rng(0)
x = torch.tensor(rng.uniform(-2, 2, 20))
t = 1 + 2 * x + torch.tensor(rng.normal(0, 0.5, 20))


def loss(theta, rows):
    return (theta[0] + theta[1] * x[rows] - t[rows]).square().mean()


print("batch,updates,loss")
for size in (20, 5, 1):
    theta = torch.tensor([-1.0, -1.0], requires_grad=True)
    optimizer, batches = SGD([theta], lr=0.05), Batches(20, size, seed=0)
    for rows in batches:
        optimizer.zero_grad()
        loss(theta, rows).backward()
        optimizer.step()
    after = loss(theta, slice(None)).item()
    print(f"{size},{len(batches)},{after:.2f}")
# --8<-- [end:epoch]
