# kind: study
"""Momentum 0.5, 0.9, or one after the other, on handwritten digits: ten seeds.

Prints CSV: for each rate, schedule and epoch the median over the seeds and the
lowest and highest value of the training loss and of the test accuracy. The ten
networks of a run train at once, as one batch of matrices.
"""

# --8<-- [start:data]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, EPOCHS, BATCH = 10, 12, 100

digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, test = order[:1000], order[1000:]
X = torch.tensor(digits.data / 16, dtype=torch.float32)
t = torch.tensor(digits.target)
# --8<-- [end:data]

from chainrule.optim import Momentum
from chainrule.optim.lr_scheduler import LinearMomentum


# --8<-- [start:run]
def logits(weights, x):
    """x (N, 64) or (SEEDS, N, 64) -> (SEEDS, N, 10)."""
    return torch.relu(x @ weights[0]) @ weights[1]


def losses(weights, rows):
    out, targets = logits(weights, X[rows]), t[rows]
    targets = targets.expand(out.shape[:2])
    return cross_entropy(out.mT, targets, reduction="none").mean(dim=1)


def accuracy(weights, rows):
    hit = logits(weights, X[rows]).argmax(dim=2) == t[rows]
    return hit.float().mean(dim=1)


def run(schedule, lr):
    """Training loss and test accuracy, each (EPOCHS, SEEDS)."""
    draw = torch.Generator().manual_seed(1)
    sizes = [(64, 64), (64, 10)]
    weights = [
        torch.randn(SEEDS, *s, generator=draw) * (2 / s[0]) ** 0.5
        for s in sizes
    ]
    weights = [w.requires_grad_() for w in weights]
    optimizer = Momentum(weights, lr=lr)
    start, end, epochs = schedule
    scheduler = LinearMomentum(optimizer, start, end, total_iters=epochs)
    history = []
    for _ in range(EPOCHS):
        shuffled = torch.rand(SEEDS, len(train), generator=draw).argsort(dim=1)
        for batch in torch.tensor(train)[shuffled].split(BATCH, dim=1):
            optimizer.zero_grad()
            losses(weights, batch).sum().backward()
            optimizer.step()
        scheduler.step()
        with torch.no_grad():
            history.append([losses(weights, train), accuracy(weights, test)])
    return [
        torch.stack(column).numpy() for column in zip(*history, strict=True)
    ]


SCHEDULES = {
    "0.5": (0.5, 0.5, 1),
    "0.9": (0.9, 0.9, 1),
    "0.5 to 0.9": (0.5, 0.9, 4),
}
# --8<-- [end:run]


def main():
    torch.set_num_threads(1)  # on matrices so small a second one only waits
    print("lr,schedule,epoch,loss,loss_low,loss_high,accuracy,low,high")
    for lr in (0.2, 1.0):
        for name, schedule in SCHEDULES.items():
            columns = run(schedule, lr)
            for epoch in range(EPOCHS):
                numbers = [
                    f(values[epoch])
                    for values in columns
                    for f in (np.median, np.min, np.max)
                ]
                shown = ",".join(f"{x:.3g}" for x in numbers)
                print(f"{lr},{name},{epoch + 1},{shown}")


main()
