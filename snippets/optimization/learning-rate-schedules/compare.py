# kind: study, tested with SEEDS=4 RATES=(0.2,0.5)
"""Six schedules on handwritten digits, short and long: ten seeds, tuned rates.

Prints CSV: for each length, schedule and highest rate the median over the seeds
and the lowest and highest value of the training loss and of the test accuracy.
best is 1 for the rate that was chosen held-out. The ten networks of a run train
at once, as one batch of matrices.
"""

# --8<-- [start:data]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, BATCH = 10, 50
LENGTHS, RATES = (2, 10), (0.1, 0.2, 0.5, 1.0)

digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, held_out, test = order[:1000], order[1000:1400], order[1400:]
X = torch.tensor(digits.data / 16, dtype=torch.float32)
target = torch.tensor(digits.target)


def network(generator):
    """Weights of SEEDS networks 64-64-10: each its own start, He scaled."""
    sizes = [(64, 64), (64, 10)]
    return [
        torch.randn(SEEDS, *s, generator=generator) * (2 / s[0]) ** 0.5
        for s in sizes
    ]


def outputs(weights, x):
    """x (N, 64) or (SEEDS, N, 64) -> logits (SEEDS, N, 10)."""
    for w in weights[:-1]:
        x = torch.relu(x @ w)
    return x @ weights[-1]


def losses(weights, rows):
    """rows (N,) or (SEEDS, N) -> loss of each network (SEEDS,)."""
    logits = outputs(weights, X[rows])
    t = target[rows].expand(logits.shape[:2])
    return cross_entropy(logits.mT, t, reduction="none").mean(dim=1)


def accuracy(weights, rows):
    right = outputs(weights, X[rows]).argmax(dim=2) == target[rows]
    return right.float().mean(dim=1)


# --8<-- [end:data]

from chainrule.optim.lr_scheduler import (
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    CyclicLR,
    OneCycleLR,
    StepLR,
)

# --8<-- [start:schedules]
SCHEDULES = {  # of an optimizer, its highest rate and the number of steps
    "constant": lambda o, lr, T: StepLR(o, T + 1),
    "steps": lambda o, lr, T: StepLR(o, -(-T // 3)),
    "cosine": lambda o, lr, T: CosineAnnealingLR(o, T),
    "triangles": lambda o, lr, T: CyclicLR(
        o, lr / 10, lr, T / 8, cycle_momentum=False
    ),
    "SGDR": lambda o, lr, T: CosineAnnealingWarmRestarts(o, -(-T // 7), 2),
    "one-cycle": lambda o, lr, T: OneCycleLR(o, lr, T),
}


def run(make_schedule, lr, epochs):
    """Training loss, held-out and test accuracy: each (SEEDS,)."""
    generator = torch.Generator().manual_seed(1)
    weights = [w.requires_grad_() for w in network(generator)]
    optimizer = torch.optim.SGD(weights, lr=lr, momentum=0.9)
    schedule = make_schedule(optimizer, lr, epochs * len(train) // BATCH)
    for _ in range(epochs):
        # Every seed shuffles on its own.
        shuffled = torch.rand(SEEDS, len(train), generator=generator)
        rows = torch.tensor(train)[shuffled.argsort(dim=1)]
        for batch in rows.split(BATCH, dim=1):
            optimizer.zero_grad()
            losses(weights, batch).sum().backward()
            optimizer.step()
            schedule.step()
    with torch.no_grad():
        return (
            losses(weights, train).numpy(),
            accuracy(weights, held_out).numpy(),
            accuracy(weights, test).numpy(),
        )


# --8<-- [end:schedules]


def main():
    torch.set_num_threads(1)  # on matrices so small a second one only waits
    print("epochs,schedule,lr,best,loss,loss_low,loss_high,accuracy,low,high")
    for epochs in LENGTHS:
        for name, make_schedule in SCHEDULES.items():
            runs = {lr: run(make_schedule, lr, epochs) for lr in RATES}
            # The rate is chosen held-out; the test set only reports.
            best = max(runs, key=lambda lr: np.median(runs[lr][1]))
            for lr, (loss, _, accurate) in runs.items():
                numbers = [
                    f(values)
                    for values in (loss, accurate)
                    for f in (np.median, np.min, np.max)
                ]
                shown = ",".join(f"{x:.3g}" for x in numbers)
                print(f"{epochs},{name},{lr},{int(lr == best)},{shown}")


main()
