# kind: study, tested with SERIES=3
"""Sums of units and layers on synthetic views: ten series, ten starts.

Prints CSV: root mean squared errors in thousands of views, the median over the
series with the lowest and the highest, and the share of the series in
which it is above that of 100 such units in one layer (of 100 ReLUs for the
linear model). The networks of a run train at once, as one batch of matrices.
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

RUNS = {
    relu: [(1, 10), (1, 100), (1, 1000), (2, 100), (3, 100), (4, 100)],
    sigmoid: [(1, 10), (1, 100), (1, 1000)],
}


def linear():
    """Errors of least squares on the same days: (2, SERIES)."""
    A = torch.cat([X, torch.ones_like(X[..., :1])], dim=2).double()
    seen = slice(SEEN)
    target = t[..., None].double()
    weights = torch.linalg.lstsq(A[:, seen], target[:, seen]).solution
    error = ((A @ weights - target).squeeze(-1) * scale).numpy()
    parts = error[:, :SEEN], error[:, SEEN:]
    return np.array([np.sqrt((part**2).mean(axis=1)) for part in parts])


def show(name, layers, units, errors, hundred):
    """Medians and ranges; in which share of the series it is above hundred."""
    numbers = [f(part) for part in errors for f in (np.median, np.min, np.max)]
    shown = [f"{x:.3f}" for x in numbers]
    above = [f"{x:.2g}" for x in (errors > hundred).mean(axis=1)]
    print(name, layers, units, *shown, *above, sep=",")


def main():
    torch.set_num_threads(1)
    names = "seen,seen_low,seen_high,unseen,low,high,seen_above,unseen_above"
    print(f"activation,layers,units,{names}")
    for activation, lr in ((relu, 3e-3), (sigmoid, 1e-2)):
        found = {
            (layers, units): train([units] * layers, activation, lr)
            for layers, units in RUNS[activation]
        }
        hundred = found[1, 100]
        if activation is relu:
            show("none", 0, 0, linear(), hundred)
        for (layers, units), errors in found.items():
            show(activation.__name__, layers, units, errors, hundred)


main()
