# kind: study
"""Eleven optimizers on digits, each at a rate chosen on held-out data.

Prints CSV: the rate, and the lowest and highest that were tried; then the
median, lowest and highest value over the seeds of the training loss and of
the test accuracy.
"""

# --8<-- [start:digits]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, EPOCHS, BATCH, HIDDEN = 10, 6, 100, 32

torch.set_num_threads(1)  # on matrices this small a second one only waits
digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, held_out, test = (
    torch.tensor(rows) for rows in np.split(order, [1000, 1400])
)
X = torch.tensor(digits.data / 16, dtype=torch.float32)
t = torch.tensor(digits.target)


def networks(generator):
    """SEEDS networks 64-32-10, each with its own start, as a batch."""
    shapes = ((64, HIDDEN), (HIDDEN, 10))
    start = [
        torch.randn(SEEDS, *s, generator=generator) * (2 / s[0]) ** 0.5
        for s in shapes
    ]
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
        for rows in train[mixed].split(BATCH, dim=1):
            optimizer.zero_grad()
            losses(weights, rows).sum().backward()
            optimizer.step()
    with torch.no_grad():
        return (
            losses(weights, train),
            accuracies(weights, held_out),
            accuracies(weights, test),
        )


# --8<-- [end:digits]

# --8<-- [start:methods]
from chainrule.optim import (
    SGDW,
    AdaBound,
    Adam,
    AdamW,
    AMSBound,
    AMSGrad,
    Lookahead,
    NAdam,
    NAdamConstant,
    RAdam,
    TorchMomentum,
)


def lookahead(weights, lr):
    return Lookahead(Adam(weights, lr=lr))


METHODS = {  # and the rate at which the search begins
    "momentum": (TorchMomentum, 0.1),
    "SGDW": (SGDW, 0.1),
    "Adam": (Adam, 0.01),
    "AdamW": (AdamW, 0.01),
    "AMSGrad": (AMSGrad, 0.01),
    "AdaBound": (AdaBound, 0.01),
    "AMSBound": (AMSBound, 0.01),
    "RAdam": (RAdam, 0.01),
    "Lookahead": (lookahead, 0.01),
    "NAdam constant": (NAdamConstant, 0.01),
    "NAdam of torch": (NAdam, 0.01),
}
RATES = [a * 10**b for b in range(-5, 2) for a in (1, 3)]


def search(make, first):
    """Runs by rate, and the best rate: both of its neighbours were tried."""
    runs, best = {}, min(RATES, key=lambda lr: abs(lr - first))
    while True:
        at = RATES.index(best)
        for lr in RATES[max(at - 1, 0) : at + 2]:
            if lr not in runs:
                runs[lr] = run(make, lr)
        before, best = best, max(runs, key=lambda lr: runs[lr][1].mean())
        if best == before:
            return runs, best


def main():
    print("method,rate,from,to,loss,loss_low,loss_high,accuracy,low,high")
    for name, (make, first) in METHODS.items():
        runs, best = search(make, first)
        loss, _, accuracy = (x.numpy() for x in runs[best])
        shown = [
            f"{f(values):.3f}"
            for values in (loss, accuracy)
            for f in (np.median, np.min, np.max)
        ]
        print(f"{name},{best:g},{min(runs):g},{max(runs):g}," + ",".join(shown))


main()
# --8<-- [end:methods]
