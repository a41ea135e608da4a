# kind: study, tested with SEEDS=2 RATES={"SGD":(0.1,1),"Adam":(1e-2,)}
"""Which starts learn the digits, with 3 and with 10 layers of ReLU?

Prints CSV: layers, optimizer, start; the rate that is best on the validation
set, whether it is an end of the grid (1) or not (0), and the median, lowest
and highest test accuracy of the networks there. All networks of a rate train
at once, as one batch of matrices.
"""

# --8<-- [start:data]
from itertools import pairwise

import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, WIDTH, STEPS, BATCH = 5, 32, 300, 50

torch.set_num_threads(1)  # on matrices this small a second one only waits
digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, held_out, test = torch.tensor(order).split([1000, 400, 397])
X = torch.tensor(digits.data / 16, dtype=torch.float32)
X, t = X - X[train].mean(0), torch.tensor(digits.target)
# --8<-- [end:data]

DEPTHS = 3, 10
RATES = {"SGD": (0.03, 0.1, 0.3, 1, 3), "Adam": (1e-3, 3e-3, 1e-2, 3e-2)}


# --8<-- [start:run]
STARTS = {  # the variance of a weight
    "0.01": lambda n_in, n_out: 1e-4,
    "torch": lambda n_in, n_out: 1 / (3 * n_in),
    "Xavier": lambda n_in, n_out: 2 / (n_in + n_out),
    "He": lambda n_in, n_out: 2 / n_in,
}


def outputs(weights, x):
    """Logits (networks, N, 10) for x (N, 64) or (networks, N, 64)."""
    for W in weights[:-1]:
        x = torch.relu(x @ W.mT)
    return x @ weights[-1].mT


def accuracies(layers, optimizer_class, lr):
    """Validation and test accuracy, each (starts, SEEDS)."""
    generator = torch.Generator().manual_seed(0)
    sizes, weights = [64, *[WIDTH] * (layers - 1), 10], []
    for n_in, n_out in pairwise(sizes):
        W = torch.randn(SEEDS, n_out, n_in, generator=generator)
        scaled = [W * f(n_in, n_out) ** 0.5 for f in STARTS.values()]
        weights.append(torch.cat(scaled).requires_grad_())
    optimizer = optimizer_class(weights, lr=lr)
    for _ in range(STEPS):
        rows = train[torch.randint(len(train), (BATCH,), generator=generator)]
        optimizer.zero_grad()
        logits = outputs(weights, X[rows]).mT
        targets = t[rows].expand(len(logits), -1)
        loss = cross_entropy(logits, targets, reduction="sum") / BATCH
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        parts = held_out, test
        right = [outputs(weights, X[i]).argmax(2) == t[i] for i in parts]
    return [r.float().mean(1).view(-1, SEEDS).numpy() for r in right]


# --8<-- [end:run]


def main():
    print("layers,optimizer,start,lr,edge,accuracy,low,high")
    for layers in DEPTHS:
        for name, rates in RATES.items():
            cls = getattr(torch.optim, name)
            runs = [accuracies(layers, cls, lr) for lr in rates]
            for k, start in enumerate(STARTS):
                held = [np.median(valid[k]) for valid, _ in runs]
                best = int(np.argmax(held))
                edge = int(len(rates) > 2 and best in (0, len(rates) - 1))
                a = runs[best][1][k]
                shown = [f"{x:.3f}" for x in (np.median(a), a.min(), a.max())]
                print(layers, name, start, rates[best], edge, *shown, sep=",")


main()
