# kind: study
"""Logistic regression on features from common to rare: ten seeds.

One pass over 2,000 samples in batches of ten. Each optimizer gets its best
rate on 2,000 samples held out, and is judged on 2,000 more. Prints CSV: the
excess loss and the error of the weights of the rarer half, each with the median
of the seeds, the lowest and the highest.
"""

# --8<-- [start:data]
import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits

SEEDS, N, BATCH = 10, 2000, 10

generator = torch.Generator().manual_seed(0)
frequency = 0.5 * 0.88 ** torch.arange(40)  # from 1/2 down to 1/290
X = torch.rand(SEEDS, 3 * N, 40, generator=generator) < frequency
X = X.double()
truth = 2 * torch.randn(SEEDS, 40, 1, generator=generator).double()
chance = torch.sigmoid(X @ truth)
y = (torch.rand(chance.shape, generator=generator) < chance).double()
train, held_out, test = slice(N), slice(N, 2 * N), slice(2 * N, None)


def losses(w, rows):
    out = X[:, rows] @ w
    loss = binary_cross_entropy_with_logits(out, y[:, rows], reduction="none")
    return loss.mean(dim=(1, 2))


# --8<-- [end:data]

from chainrule.optim import SGD, Adagrad


# --8<-- [start:run]
def run(optimizer_class, lr, power=0.0):
    """Weights (SEEDS, 40, 1) after one pass at the rates lr / t^power."""
    w = torch.zeros(SEEDS, 40, 1, dtype=torch.float64, requires_grad=True)
    optimizer = optimizer_class([w], lr=lr)
    for t in range(1, N // BATCH + 1):
        optimizer.param_groups[0]["lr"] = lr / t**power
        optimizer.zero_grad()
        losses(w, slice(BATCH * (t - 1), BATCH * t)).sum().backward()
        optimizer.step()
    return w.detach()


floor = losses(truth, test)  # no weights do better than the true ones
print("rule,lr,excess,low,high,rare,rare_low,rare_high")
for name, case, rates in (
    ("SGD", (SGD,), (0.3, 1, 3, 10)),
    ("SGD with lr / √t", (SGD, 0.5), (3, 10, 30, 100)),
    ("Adagrad", (Adagrad,), (0.1, 0.3, 1, 3)),
):
    runs = {lr: run(case[0], lr, *case[1:]) for lr in rates}
    chosen = min(runs, key=lambda lr: losses(runs[lr], held_out).median())
    excess = losses(runs[chosen], test) - floor
    error = (runs[chosen] - truth)[:, 20:].square().mean(dim=(1, 2)).sqrt()
    shown = [
        f"{f(values.numpy()):.3g}"
        for values in (excess, error)  # of the loss, of the rare half
        for f in (np.median, np.min, np.max)
    ]
    print(name, chosen, *shown, sep=",")
# --8<-- [end:run]
