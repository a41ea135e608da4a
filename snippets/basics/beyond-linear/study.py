# kind: study
"""Sums of units and layers on synthetic views: ten series, ten starts.

Prints CSV: root mean squared errors in thousands of views, the median over the
ten series with the lowest and the highest. The ten networks of a run train at
once, as one batch of matrices.
"""

from itertools import pairwise

import numpy as np
import torch
from torch import relu, sigmoid

from chainrule.data import daily_views, look_back

# --8<-- [start:data]
SERIES, DAYS, EPOCHS, BATCH = 10, 56, 30, 64
SEEN = 3 * 365 - DAYS  # three years to learn from, one unseen

pairs = [look_back(daily_views(4 * 365, seed), DAYS) for seed in range(SERIES)]
X, t = (
    torch.tensor(np.stack(part), dtype=torch.float32)
    for part in zip(*pairs, strict=True)
)
mean = t[:, :SEEN].mean(dim=1, keepdim=True)
scale = t[:, :SEEN].std(dim=1, keepdim=True)
X = (X - mean[..., None]) / scale[..., None]  # (SERIES, N, DAYS)
t = (t - mean) / scale
# --8<-- [end:data]


# --8<-- [start:train]
def start(widths, generator):
    """W and b of every layer, uniform in ±1/sqrt(inputs) as in Linear."""
    sizes = [DAYS, *widths, 1]
    parameters = []
    for n_in, n_out in pairwise(sizes):
        for shape in ((SERIES, n_in, n_out), (SERIES, 1, n_out)):
            uniform = 2 * torch.rand(shape, generator=generator) - 1
            parameters.append((uniform / n_in**0.5).requires_grad_())
    return parameters


def predict(parameters, x, activation):
    *hidden, W, b = parameters
    for V, a in zip(hidden[::2], hidden[1::2], strict=True):
        x = activation(torch.baddbmm(a, x, V))
    return torch.baddbmm(b, x, W).squeeze(-1)


def train(widths, activation, lr):
    """Errors on seen and on unseen days: (2, SERIES)."""
    generator = torch.Generator().manual_seed(0)
    parameters = start(widths, generator)
    optimizer = torch.optim.Adam(parameters, lr=lr)
    for epoch in range(EPOCHS):
        optimizer.param_groups[0]["lr"] = lr * (1 - epoch / EPOCHS)
        for rows in torch.randperm(SEEN, generator=generator).split(BATCH):
            error = predict(parameters, X[:, rows], activation) - t[:, rows]
            optimizer.zero_grad()
            (error**2).mean(dim=1).sum().backward()
            optimizer.step()
    with torch.no_grad():
        error = (predict(parameters, X, activation) - t) * scale
    parts = error[:, :SEEN], error[:, SEEN:]
    return np.array([(part**2).mean(dim=1).sqrt().numpy() for part in parts])


# --8<-- [end:train]

RUNS = [(1, 10), (1, 100), (1, 1000), (2, 100), (3, 100), (4, 100)]


def main():
    torch.set_num_threads(1)
    print("activation,layers,units,seen,low,high,unseen,low,high")
    for activation, lr in ((relu, 3e-3), (sigmoid, 1e-2)):
        unseen = {}
        for layers, units in RUNS:
            errors = train([units] * layers, activation, lr)
            unseen[layers, units] = errors[1]
            numbers = [
                f"{f(part):.3f}"
                for part in errors
                for f in (np.median, np.min, np.max)
            ]
            print(activation.__name__, layers, units, *numbers, sep=",")
        worse = (unseen[4, 100] > unseen[1, 100]).sum()
        print(
            f"# {activation.__name__}: four layers worse than one on unseen "
            f"days in {worse} of {SERIES} series"
        )


main()
