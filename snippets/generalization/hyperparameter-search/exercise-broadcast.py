# kind: numeric
"""A loss that compares every prediction with every target."""

# --8<-- [start:solution]
import torch
from torch.nn.functional import mse_loss

from chainrule.training import overfit_small_batch

x = torch.linspace(-1, 1, 8)[:, None]
t = 3 * x[:, 0] + 1


def wrong(y, t):
    return (y - t).square().mean()  # (8, 1) - (8,) is (8, 8)


def right(y, t):
    return mse_loss(y[:, 0], t)


def sgd(w):
    return torch.optim.SGD(w, lr=0.3)


print(f"variance of t {t.var(correction=0):.4f}")
for loss in (wrong, right):
    torch.manual_seed(0)
    model = torch.nn.Linear(1, 1)
    found = overfit_small_batch(model, loss, sgd, (x, t), progress=False)
    print(f"{loss.__name__} {found.losses[-1]:.4f} {found.ok}")
# --8<-- [end:solution]
