# kind: study
"""Ten layers, a good and a bad start, with and without gradient noise.

Prints CSV: for each start and optimizer how many of the networks learned,
their median test accuracy, and all of them, sorted. The networks train at
once, as one batch of matrices; each has its own noise.
"""

# --8<-- [start:network]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, LAYERS, WIDTH, STEPS, BATCH = 10, 10, 32, 400, 50

torch.set_num_threads(1)  # matrices this small gain nothing from more
digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, test = torch.tensor(order[:1000]), torch.tensor(order[1400:])
X = torch.tensor(digits.data / 16, dtype=torch.float32)
X, t = X - X.mean(0), torch.tensor(digits.target)


def outputs(weights, x):
    """x (N, 64) or (SEEDS, N, 64) -> logits (SEEDS, N, 10)."""
    for w in weights[:-1]:
        x = torch.relu(x @ w)
    return x @ weights[-1]


def accuracies(make, deviation=None):
    """Test accuracy of SEEDS networks; deviation None: He's."""
    generator = torch.Generator().manual_seed(0)
    sizes = [(64, WIDTH)] + [(WIDTH, WIDTH)] * (LAYERS - 2) + [(WIDTH, 10)]
    weights = [
        torch.randn(SEEDS, *s, generator=generator)
        .mul(deviation or (2 / s[0]) ** 0.5)
        .requires_grad_()
        for s in sizes
    ]
    optimizer = make(weights)
    for _ in range(STEPS):
        drawn = torch.randint(1000, (SEEDS, BATCH), generator=generator)
        x, targets = X[train[drawn]], t[train[drawn]]
        optimizer.zero_grad()
        logits = outputs(weights, x).flatten(0, 1)
        loss = cross_entropy(logits, targets.flatten(), reduction="sum")
        (loss / BATCH).backward()
        optimizer.step()
    with torch.no_grad():
        right = outputs(weights, X[test]).argmax(2) == t[test]
    return right.float().mean(1).sort().values


# --8<-- [end:network]

from chainrule.optim import SGD, Adam, GradientNoise

LEARNED = 0.4  # guessing is right once in ten times


def main():
    columns = ",".join(f"run_{n}" for n in range(1, SEEDS + 1))
    print(f"start,optimizer,learned,median,{columns}")
    arms = {
        "SGD": lambda w: SGD(w, lr=0.1),
        "SGD rate 3": lambda w: SGD(w, lr=3.0),
        "noise 0.01": lambda w: GradientNoise(SGD(w, lr=0.1), 0.01),
        "noise 0.3": lambda w: GradientNoise(SGD(w, lr=0.1), 0.3),
        "Adam": lambda w: Adam(w, lr=1e-3),
    }
    cases = [("bad", name) for name in arms]
    for start, name in [*cases, ("good", "SGD"), ("good", "noise 0.3")]:
        found = accuracies(arms[name], 0.1 if start == "bad" else None)
        learned = (found > LEARNED).sum()
        shown = ",".join(f"{x:.3f}" for x in [found.median(), *found])
        print(f"{start},{name},{learned},{shown}")


main()
