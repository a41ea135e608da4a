# kind: study, tested with SEEDS=6
"""Adam with and without warm-up, on a shallow and a deep network: ten seeds.

Prints CSV: for each depth, rate and length of warm-up the median, lowest and
highest test accuracy over the seeds, and in s1 … s100 the size of some steps in
units of the rate: root mean square over all weights, median over the seeds.
"""

# --8<-- [start:data]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, BATCH, EPOCHS, WARM_UP = 10, 50, 6, 60
STEPS = (1, 2, 3, 6, 11, 21, 51, 100)  # whose size is measured

digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, test = order[:1000], order[1400:]
X = torch.tensor(digits.data / 16, dtype=torch.float32)
target = torch.tensor(digits.target)


def outputs(weights, x):
    """x (N, 64) or (SEEDS, N, 64) -> logits (SEEDS, N, 10)."""
    for w in weights[:-1]:
        x = torch.relu(x @ w)
    return x @ weights[-1]


def joined(weights):
    """All weights of each network in a row: (SEEDS, number of weights)."""
    return torch.cat([w.detach().flatten(1) for w in weights], dim=1)


# --8<-- [end:data]

from chainrule.optim.lr_scheduler import LinearWarmup


# --8<-- [start:run]
def run(depth, lr, warm_up):
    """Test accuracy (SEEDS,) and the sizes of the steps (len(STEPS),)."""
    generator = torch.Generator().manual_seed(1)
    shapes = [(64, 64)] * depth + [(64, 10)]
    weights = [
        torch.randn(SEEDS, *s, generator=generator) * (2 / s[0]) ** 0.5
        for s in shapes
    ]
    weights = [w.requires_grad_() for w in weights]
    optimizer = torch.optim.Adam(weights, lr=lr)
    schedule = LinearWarmup(optimizer, warm_up)
    sizes, step = [], 0
    for _ in range(EPOCHS):
        shuffled = torch.rand(SEEDS, len(train), generator=generator)
        rows = torch.tensor(train)[shuffled.argsort(dim=1)]
        for batch in rows.split(BATCH, dim=1):
            step += 1
            before = joined(weights) if step in STEPS else None
            logits = outputs(weights, X[batch])
            optimizer.zero_grad()
            (cross_entropy(logits.mT, target[batch]) * SEEDS).backward()
            optimizer.step()
            schedule.step()
            if before is not None:
                moved = (joined(weights) - before) / lr
                sizes.append(moved.square().mean(dim=1).sqrt().median())
    with torch.no_grad():
        right = outputs(weights, X[test]).argmax(dim=2) == target[test]
    return right.float().mean(dim=1).numpy(), sizes


# --8<-- [end:run]


def main():
    torch.set_num_threads(1)  # on matrices so small a second one only waits
    names = ",".join(f"s{t}" for t in STEPS)
    print(f"depth,lr,warm_up,accuracy,low,high,{names}")
    for depth in (1, 12):
        for lr in (0.001, 0.003, 0.01, 0.03):
            for warm_up in (1, WARM_UP):
                accurate, sizes = run(depth, lr, warm_up)
                shown = [f(accurate) for f in (np.median, np.min, np.max)]
                numbers = ",".join(f"{x:.3g}" for x in [*shown, *sizes])
                print(f"{depth},{lr},{warm_up},{numbers}")


main()
