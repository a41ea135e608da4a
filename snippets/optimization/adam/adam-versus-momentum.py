# kind: study
"""Adam and SGD with momentum on handwritten digits: ten seeds, tuned rates.

Prints CSV: one line per optimizer and epoch with the median over the seeds and
the lowest and highest value of the training loss and the test accuracy. The
ten networks of a run train at once, as one batch of matrices.
"""

# --8<-- [start:data]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, EPOCHS, BATCH = 10, 15, 50

digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, held_out, test = order[:1000], order[1000:1400], order[1400:]
X = torch.tensor(digits.data[None] / 16, dtype=torch.float32)
t = torch.tensor(digits.target)
# --8<-- [end:data]

from chainrule.optim import Adam, Momentum

RATES = {
    Adam: (3e-3, 1e-2, 3e-2, 1e-1),
    Momentum: (3e-2, 1e-1, 3e-1, 1.0),
}


# --8<-- [start:network]
def networks(generator):
    """Weights of SEEDS networks 64-64-10: each its own start, He scaled."""
    sizes = [(64, 64), (64, 10)]
    return [
        (torch.randn(SEEDS, *s, generator=generator) * (2 / s[0]) ** 0.5)
        for s in sizes
    ]


def outputs(weights, x):
    """x (1 or SEEDS, N, 64) -> logits (SEEDS, N, 10)."""
    return torch.relu(x @ weights[0]) @ weights[1]


def losses(weights, x, targets):
    logits = outputs(weights, x)
    targets = targets.expand(logits.shape[:2])
    return cross_entropy(logits.mT, targets, reduction="none").mean(dim=1)


def accuracy(weights, rows):
    return (
        (outputs(weights, X[:, rows]).argmax(dim=2) == t[rows])
        .float()
        .mean(dim=1)
    )


# --8<-- [end:network]


# --8<-- [start:run]
def run(optimizer_class, lr):
    """Training loss, held-out and test accuracy: each (EPOCHS, SEEDS)."""
    generator = torch.Generator().manual_seed(1)
    weights = [w.requires_grad_() for w in networks(generator)]
    optimizer = optimizer_class(weights, lr=lr)
    history = []
    for _ in range(EPOCHS):
        # Every seed shuffles on its own.
        shuffled = torch.rand(SEEDS, len(train), generator=generator).argsort(
            dim=1
        )
        rows = torch.tensor(train)[shuffled]
        for batch in rows.split(BATCH, dim=1):
            optimizer.zero_grad()
            losses(weights, X[0, batch], t[batch]).sum().backward()
            optimizer.step()
        with torch.no_grad():
            loss = losses(weights, X[:, train], t[train])
            history.append(
                [loss, accuracy(weights, held_out), accuracy(weights, test)]
            )
    return [
        torch.stack(column).numpy() for column in zip(*history, strict=True)
    ]


# --8<-- [end:run]


def main():
    print("optimizer,lr,epoch,loss,loss_low,loss_high,accuracy,low,high")
    for optimizer_class, rates in RATES.items():
        runs = {lr: run(optimizer_class, lr) for lr in rates}
        # The rate is chosen on the held-out set; the test set only reports.
        best = max(runs, key=lambda lr: np.median(runs[lr][1][-1]))
        loss, _, accuracy = runs[best]
        for epoch in range(EPOCHS):
            numbers = [
                f(values[epoch])
                for values in (loss, accuracy)
                for f in (np.median, np.min, np.max)
            ]
            shown = ",".join(f"{x:.3g}" for x in numbers)
            print(f"{optimizer_class.__name__},{best},{epoch + 1},{shown}")


main()
