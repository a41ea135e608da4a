# kind: exact
"""The first steps under a constant gradient, in units of the learning rate."""

import numpy as np
import torch

from chainrule.optim import RMSprop, RMSpropWarmStart

# --8<-- [start:starts]


def first_steps(optimizer_class, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = optimizer_class([w], lr=1.0, **options)
    places = [w.item()]
    for _ in range(4):
        w.grad = torch.full_like(w, 2.0)
        optimizer.step()
        places.append(w.item())
    return [f"{-x:.3f}" for x in np.diff(places)]


print("v from 0        ", *first_steps(RMSprop, alpha=0.99))
print("v from g squared", *first_steps(RMSpropWarmStart, alpha=0.99))
corrected = {"betas": (0.0, 0.99)}
print("v corrected     ", *first_steps(torch.optim.Adam, **corrected))
# --8<-- [end:starts]
