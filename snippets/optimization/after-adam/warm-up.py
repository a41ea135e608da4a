# kind: study
"""Four ways through the first steps of a deep network: digits, five seeds.

Prints CSV: at some steps the share of gradients that are 0 and the loss on
all digits, each as median, lowest and highest value.
"""

# --8<-- [start:deep]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, STEPS, DEPTH, LR = 5, (30, 150), 6, 0.03

torch.set_num_threads(1)  # on matrices this small a second one only waits
digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))[:1000]
X = torch.tensor(digits.data[order] / 16, dtype=torch.float32)
t = torch.tensor(digits.target[order])


def losses(weights, rows):
    """Of SEEDS networks with six hidden layers of 64, on rows of the data."""
    h, targets = X[rows], t[rows].expand(SEEDS, -1)
    for w in weights[:-1]:
        h = torch.relu(h @ w)
    logits = (h @ weights[-1]).mT
    return cross_entropy(logits, targets, reduction="none").mean(dim=1)


# --8<-- [end:deep]

from chainrule.optim import Adam, RAdam


# --8<-- [start:warm-up]
def run(optimizer_class, factor):
    """By step and seed: share of gradients that are 0, and loss."""
    generator = torch.Generator().manual_seed(1)
    sizes = [64] * DEPTH + [10]
    start = [torch.randn(SEEDS, 64, n, generator=generator) for n in sizes]
    weights = [(w / 32**0.5).requires_grad_() for w in start]
    optimizer = optimizer_class(weights, lr=LR)
    found = {}
    # In one of the ways, the first 100 steps do not move the weights.
    for step in range(-99 if factor == "wait" else 1, max(STEPS) + 1):
        if factor == "ramp":
            optimizer.param_groups[0]["lr"] = LR * min(1, step / 100)
        if factor == "wait":
            optimizer.param_groups[0]["lr"] = LR * (step > 0)
        rows = torch.randint(1000, (SEEDS, 50), generator=generator)
        optimizer.zero_grad()
        losses(weights, rows).sum().backward()
        optimizer.step()
        if step in STEPS:
            zeros = sum((w.grad == 0).sum(dim=(1, 2)) for w in weights)
            share = zeros / sum(w[0].numel() for w in weights)
            with torch.no_grad():
                found[step] = share, losses(weights, torch.arange(1000))
    return found


def main():
    print("way,step,zeros,zeros_low,zeros_high,loss,loss_low,loss_high")
    for name, optimizer_class, factor in (
        ("Adam", Adam, "none"),
        ("m and v first", Adam, "wait"),
        ("warm-up", Adam, "ramp"),
        ("RAdam", RAdam, "none"),
    ):
        for step, both in run(optimizer_class, factor).items():
            numbers = [
                f"{f(values.numpy()):.2f}"
                for values in both
                for f in (np.median, np.min, np.max)
            ]
            print(f"{name},{step}," + ",".join(numbers))


main()
# --8<-- [end:warm-up]
