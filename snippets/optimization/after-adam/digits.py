# kind: study
"""Eight optimizers on digits: ten seeds, rate chosen on held-out data.

Prints one line each: the rate, then the median, lowest and highest value over
the seeds of the training loss and of the test accuracy after ten epochs.
"""

# --8<-- [start:digits]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, EPOCHS, BATCH = 10, 10, 50

digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, held_out, test = order[:1000], order[1000:1400], order[1400:]
X = torch.tensor(digits.data / 16, dtype=torch.float64)
t = torch.tensor(digits.target)


def networks(generator):
    """Ten networks 64-64-10, each with its own start, as a batch."""
    shapes = ((SEEDS, 64, 64), (SEEDS, 64, 10))
    given = {"generator": generator, "dtype": X.dtype}
    start = [torch.randn(s, **given) / 32**0.5 for s in shapes]
    return [w.requires_grad_() for w in start]


def outputs(weights, x):
    return torch.relu(x @ weights[0]) @ weights[1]


def losses(weights, rows):
    targets = t[rows].expand(SEEDS, -1)
    logits = outputs(weights, X[rows])
    return cross_entropy(logits.mT, targets, reduction="none").mean(dim=1)


def accuracies(weights, rows):
    right = outputs(weights, X[rows]).argmax(dim=2) == t[rows]
    return right.float().mean(dim=1)


def run(make, lr):
    """Training loss, held-out and test accuracy of each seed at the end."""
    generator = torch.Generator().manual_seed(1)
    weights = networks(generator)
    optimizer = make(weights, lr=lr)
    for _ in range(EPOCHS):
        mixed = torch.rand(SEEDS, len(train), generator=generator).argsort(1)
        for rows in torch.tensor(train)[mixed].split(BATCH, dim=1):
            optimizer.zero_grad()
            losses(weights, rows).sum().backward()
            optimizer.step()
    with torch.no_grad():
        return (
            losses(weights, torch.tensor(train)),
            accuracies(weights, held_out),
            accuracies(weights, test),
        )


# --8<-- [end:digits]

from chainrule.optim import (
    AdaBound,
    Adam,
    AMSGrad,
    Lookahead,
    NAdam,
    NAdamConstant,
    RAdam,
)


# --8<-- [start:methods]
def momentum(weights, lr):
    return torch.optim.SGD(weights, lr=lr, momentum=0.9)


def lookahead(weights, lr):
    return Lookahead(Adam(weights, lr=lr))


methods = {
    "momentum": momentum,
    "Adam": Adam,
    "AMSGrad": AMSGrad,
    "AdaBound": AdaBound,
    "RAdam": RAdam,
    "Lookahead": lookahead,
    "NAdam, constant": NAdamConstant,
    "NAdam, torch": NAdam,
}


def three(values, form):
    return " ".join(form.format(f(values)) for f in (np.median, np.min, np.max))


print("                 rate  training loss         test accuracy")
for name, make in methods.items():
    rates = (0.1, 0.3, 1.0) if name == "momentum" else (0.01, 0.03, 0.1)
    runs = {lr: run(make, lr) for lr in rates}
    best = max(runs, key=lambda lr: runs[lr][1].median())
    loss, _, accuracy = (x.numpy() for x in runs[best])
    shown = f"{three(loss, '{:.3f}')}     {three(accuracy, '{:.3f}')}"
    print(f"{name:15}  {best:<4}  {shown}")
# --8<-- [end:methods]
