# kind: exact
"""The mean of the squares, with the rate of the lecture, is the sum."""

import torch
from torch.optim.lr_scheduler import LambdaLR

from chainrule.optim import Adagrad, RMSNormalizedSGD

# --8<-- [start:cancellation]


def walk(optimizer_class, decay=False, **options):
    theta = torch.tensor([2.0, 0.1, -0.5], dtype=torch.float64)
    theta.requires_grad_()
    optimizer = optimizer_class([theta], lr=0.1, **options)
    rate = (lambda k: (k + 1) ** -0.5) if decay else (lambda k: 1.0)
    schedule = LambdaLR(optimizer, rate)
    for _ in range(1000):
        optimizer.zero_grad()
        (theta**4 - theta**2).sum().backward()
        optimizer.step()
        schedule.step()
    return theta.detach()


theirs = walk(torch.optim.Adagrad, eps=0.0)
for name, ours in (
    ("sum", walk(Adagrad, eps=0.0)),
    ("mean, η / √t", walk(RMSNormalizedSGD, decay=True, eps=0.0)),
    ("mean, constant η", walk(RMSNormalizedSGD, eps=0.0)),
):
    same = torch.allclose(ours, theirs, rtol=0, atol=1e-12)
    print(f"{name:17} {same!s:5}", ours.numpy().round(4))
# --8<-- [end:cancellation]
