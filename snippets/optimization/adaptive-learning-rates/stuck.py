# kind: study
"""Softmax regression on digits, a fifth of them with random labels.

Prints CSV: loss and gradient norm over all samples, median and range of ten
seeds. After step 600 the rate is a thirtieth. Nothing here but the minimum
has a zero gradient: the loss is convex.
"""

# --8<-- [start:stuck]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, RATE, CUT, STEPS = 10, 1.0, 600, 900

digits = load_digits()
X = torch.tensor(digits.data / 16)
generator = torch.Generator().manual_seed(0)
shape = (SEEDS, len(X))
wrong = torch.rand(shape, generator=generator) < 0.2
label = torch.randint(0, 10, shape, generator=generator)
label = torch.where(wrong, label, torch.tensor(digits.target))


def losses(w, x, y):  # x (SEEDS, N, 64), y (SEEDS, N) -> (SEEDS,)
    return cross_entropy((x @ w).mT, y, reduction="none").mean(dim=1)


w = torch.zeros(SEEDS, 64, 10, dtype=torch.float64, requires_grad=True)
print("step,loss,loss_low,loss_high,norm,norm_low,norm_high")
for step in range(STEPS + 1):
    if step % 50 == 0:
        loss = losses(w, X.expand(SEEDS, -1, -1), label)
        (g,) = torch.autograd.grad(loss.sum(), w)
        norm = g.flatten(1).norm(dim=1)
        row = [
            f"{f(values.numpy()):.3g}"
            for values in (loss.detach(), norm)
            for f in (np.median, np.min, np.max)
        ]
        print(step, *row, sep=",")
    batch = torch.randint(0, len(X), (SEEDS, 10), generator=generator)
    loss = losses(w, X[batch], label.gather(1, batch)).sum()
    (g,) = torch.autograd.grad(loss, w)
    with torch.no_grad():
        w -= (RATE if step < CUT else RATE / 30) * g
# --8<-- [end:stuck]
