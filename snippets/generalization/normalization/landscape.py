# kind: study, tested with SEEDS=5 STEPS=80
"""How the loss changes along a step, with and without batch normalization.

Prints CSV: activation, norm, step; the range of the loss on a batch over steps
along its gradient of the lengths LENGTHS (times the gradient), and the largest
change of the gradient itself, over the way gone: its smoothness. Median, lowest
and highest over the networks.
"""

# --8<-- [start:study]
from itertools import pairwise

import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

from chainrule.nn import normalize

SEEDS, WIDTH, HIDDEN, STEPS, BATCH, RATE = 10, 32, 5, 300, 50, 0.1
LENGTHS, EVERY = (0.05, 0.1, 0.2, 0.4), 20

torch.set_num_threads(1)
digits = load_digits()
order = torch.tensor(np.random.default_rng(0).permutation(len(digits.data)))
X = torch.tensor(digits.data / 16, dtype=torch.float32)
X, t = X - X.mean(0), torch.tensor(digits.target)


def losses(norm, f, parameters, rows):
    """The loss of each network (SEEDS,) on a batch."""
    x, weights = X[rows], parameters[::2]
    for depth, (W, beta) in enumerate(
        zip(weights, parameters[1::2], strict=True)
    ):
        u = (f(x) if depth else x) @ W.mT
        if norm == "batch" and depth < HIDDEN:
            u, _, _ = normalize(u, [1], 1e-5)
        x = u + beta
    targets = t[rows].expand(SEEDS, -1)
    return cross_entropy(x.mT, targets, reduction="none").mean(1)


def gradients(norm, f, parameters, rows):
    leaves = [p.detach().requires_grad_() for p in parameters]
    values = losses(norm, f, leaves, rows)
    return values.detach(), torch.autograd.grad(values.sum(), leaves)


def length(vectors):
    """Of each network."""
    return sum(v.square().sum((1, 2)) for v in vectors).sqrt()


def measured(norm, f, parameters, rows):
    """Range of the loss along the gradient, smoothness; each (SEEDS,)."""
    _, g = gradients(norm, f, parameters, rows)
    values, smooth = [], []
    for eta in LENGTHS:
        there = [p - eta * d for p, d in zip(parameters, g, strict=True)]
        value, h = gradients(norm, f, there, rows)
        change = length([a - b for a, b in zip(h, g, strict=True)])
        values.append(value)
        smooth.append(change / (eta * length(g)))
    values = torch.stack(values)
    return values.amax(0) - values.amin(0), torch.stack(smooth).amax(0)


# --8<-- [end:study]
def main():
    names = "range,low,high,smooth,smooth_low,smooth_high"
    print(f"activation,norm,step,{names}")
    for f, gain in ((torch.sigmoid, 4), (torch.relu, 2**0.5)):
        for norm in ("none", "batch"):
            generator = torch.Generator().manual_seed(0)
            sizes, parameters = [64, *[WIDTH] * HIDDEN, 10], []
            for n_in, n_out in pairwise(sizes):
                W = torch.randn(SEEDS, n_out, n_in, generator=generator)
                parameters += [gain * W / n_in**0.5]
                parameters += [torch.zeros(SEEDS, 1, n_out)]
            for step in range(STEPS + 1):
                pick = torch.randint(1000, (BATCH,), generator=generator)
                rows = order[pick]
                if step % EVERY == 0:
                    found = measured(norm, f, parameters, rows)
                    shown = [
                        f"{x:.3g}"
                        for a in found
                        for x in (a.median(), a.min(), a.max())
                    ]
                    print(f.__name__, norm, step, *shown, sep=",")
                _, g = gradients(norm, f, parameters, rows)
                parameters = [
                    p - RATE * d for p, d in zip(parameters, g, strict=True)
                ]


main()
