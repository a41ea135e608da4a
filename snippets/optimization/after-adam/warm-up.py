# kind: study
"""Four ways through the first steps of a deep network: digits, ten seeds."""

# --8<-- [start:deep]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, STEPS, DEPTH, LR = 10, 30, 6, 0.03

digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))[:1000]
X = torch.tensor(digits.data[order] / 16, dtype=torch.float64)
t = torch.tensor(digits.target[order])


def losses(weights, rows):
    """Of ten networks with six hidden layers of 64, on rows of the data."""
    h, targets = X[rows], t[rows].expand(SEEDS, -1)
    for w in weights[:-1]:
        h = torch.relu(h @ w)
    logits = (h @ weights[-1]).mT
    return cross_entropy(logits, targets, reduction="none").mean(dim=1)


# --8<-- [end:deep]

from chainrule.optim import Adam, RAdam


# --8<-- [start:warm-up]
def run(optimizer_class, factor):
    """Share of gradients that are 0 at the last step, and loss, by seed."""
    generator = torch.Generator().manual_seed(1)
    sizes = [64] * DEPTH + [10]
    given = {"generator": generator, "dtype": X.dtype}
    start = [torch.randn(SEEDS, 64, n, **given) for n in sizes]
    weights = [(w / 32**0.5).requires_grad_() for w in start]
    optimizer = optimizer_class(weights, lr=LR)
    # The first 100 steps of one of the four ways do not move the weights.
    for step in range(1, STEPS + 1 + 100 * (factor == "wait")):
        if factor == "ramp":
            optimizer.param_groups[0]["lr"] = LR * min(1, step / 100)
        if factor == "wait":
            optimizer.param_groups[0]["lr"] = LR * (step > 100)
        rows = torch.randint(1000, (SEEDS, 50), generator=generator)
        optimizer.zero_grad()
        losses(weights, rows).sum().backward()
        optimizer.step()
    zeros = sum((w.grad == 0).sum(dim=(1, 2)) for w in weights)
    share = zeros / sum(w[0].numel() for w in weights)
    with torch.no_grad():
        return share.numpy(), losses(weights, torch.arange(1000)).numpy()


print("                      zero gradients   loss after 30 steps")
for name, optimizer_class, factor in (
    ("Adam", Adam, "none"),
    ("Adam, v and m first", Adam, "wait"),
    ("Adam, warm-up", Adam, "ramp"),
    ("RAdam", RAdam, "none"),
):
    share, loss = run(optimizer_class, factor)
    middle = [np.median(share), share.min(), share.max()]
    last = [np.median(loss), loss.min(), loss.max()]
    shown = " ".join(f"{x:.2f}" for x in middle)
    print(f"{name:20}  {shown}   ", " ".join(f"{x:.2f}" for x in last))
# --8<-- [end:warm-up]
