# kind: exact
"""Algorithm 1 as printed and the order of operations of torch: 1,000 steps."""

import numpy as np
import torch

from chainrule.optim import Adam
from chainrule.scratch.optim import adam

# --8<-- [start:orders]


def slope(w):
    return 4 * w**3 - 2 * w  # of w^4 - w^2: two valleys, one hill


w_paper, m, v = np.array([2.0, 0.1, -0.5]), 0.0, 0.0
w = torch.tensor(w_paper, requires_grad=True)
w_torch = w.detach().clone().requires_grad_()
ours, theirs = Adam([w], lr=0.01), torch.optim.Adam([w_torch], lr=0.01)
for t in range(1, 1001):
    w_paper, m, v = adam(w_paper, slope(w_paper), m, v, t, lr=0.01)
    w.grad, w_torch.grad = slope(w.detach()), slope(w_torch.detach())
    ours.step()
    theirs.step()
w, w_torch = w.detach(), w_torch.detach()
print("at", np.round(w_paper, 6))
close = {"rtol": 0, "atol": 1e-13}
print("paper and listing within 1e-13:", np.allclose(w, w_paper, **close))
print("torch and listing within 1e-13:", torch.allclose(w, w_torch, **close))
# --8<-- [end:orders]
