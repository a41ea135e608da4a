# kind: study, tested with SEEDS=4 STEPS=150
"""Does batch normalization help because layers' inputs shift less?

Prints CSV: network (plain, batch, shaken), the test accuracy, median, lowest
and highest; and the shift, the mean change from a step to the next of the mean
of an input of the last hidden layer, over its deviation. Shaken is batch
normalization with noise behind it that moves and stretches every feature anew
in each step. Evaluated without noise, by the statistics of the test set.
"""

# --8<-- [start:study]
from itertools import pairwise

import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

from chainrule.nn import normalize

SEEDS, WIDTH, HIDDEN, STEPS, BATCH, RATE = 10, 32, 5, 300, 50, 0.3

torch.set_num_threads(1)
digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, test = torch.tensor(order).split([1000, 797])
X = torch.tensor(digits.data / 16, dtype=torch.float32)
X, t = X - X[train].mean(0), torch.tensor(digits.target)


def outputs(kind, layers, x, draw=None):
    """Logits (SEEDS, N, 10), and what enters the last hidden layer."""
    for depth, (W, beta) in enumerate(layers):
        u = x @ W.mT
        if depth < HIDDEN and kind != "plain":
            u, _, _ = normalize(u, [1], 1e-5)
            if kind == "shaken" and draw:
                u = u * draw(0.5, 1.5) + draw(-1, 1)
        entering, x = x, u + beta
        if depth < HIDDEN:
            last, x = entering, torch.sigmoid(x)
    return x, last


def run(kind):
    """Accuracy and shift of each network."""
    generator = torch.Generator().manual_seed(0)

    def draw(low, high):
        u = torch.rand(SEEDS, 1, WIDTH, generator=generator)
        return low + (high - low) * u

    sizes, layers = [64, *[WIDTH] * HIDDEN, 10], []
    for n_in, n_out in pairwise(sizes):
        W = 4 * torch.randn(SEEDS, n_out, n_in, generator=generator)
        layers.append((W / n_in**0.5, torch.zeros(SEEDS, 1, n_out)))
    parameters = [p.requires_grad_() for layer in layers for p in layer]
    optimizer, before, shifts = torch.optim.SGD(parameters, lr=RATE), None, []
    for _ in range(STEPS):
        rows = train[torch.randint(len(train), (BATCH,), generator=generator)]
        logits, _ = outputs(kind, layers, X[rows], draw)
        optimizer.zero_grad()
        targets = t[rows].expand(SEEDS, -1)
        (cross_entropy(logits.mT, targets, reduction="sum") / BATCH).backward()
        optimizer.step()
        with torch.no_grad():
            _, entering = outputs(kind, layers, X[train[:100]], draw)
        now = entering.mean(1), entering.std(1)
        if before is not None:
            shifts.append(((now[0] - before[0]).abs() / before[1]).mean(1))
        before = now
    with torch.no_grad():
        right = outputs(kind, layers, X[test])[0].argmax(2) == t[test]
    return right.float().mean(1).numpy(), torch.stack(shifts).mean(0).numpy()


# --8<-- [end:study]
print("network,accuracy,low,high,shift,shift_low,shift_high")
for kind in ("plain", "batch", "shaken"):
    shown = [
        f"{x:.3g}" for a in run(kind) for x in (np.median(a), a.min(), a.max())
    ]
    print(kind, *shown, sep=",")
