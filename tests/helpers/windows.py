"""Layers of windows, of scratch.nn, beside torch's of their names."""

import numpy as np
import torch

# arguments, keywords, shape of an input
CONVOLUTIONS = [
    ((3, 4, 3), {}, (2, 3, 7, 6)),
    ((1, 2, 5), {"padding": 2}, (3, 1, 5, 8)),
    (
        (4, 6, (3, 2)),
        {"stride": (2, 1), "padding": (1, 2), "dilation": (1, 2), "groups": 2},
        (3, 4, 9, 8),
    ),
    ((3, 6, 3), {"groups": 3, "stride": 3}, (1, 3, 8, 10)),
    ((2, 3, 1), {"bias": False}, (2, 2, 3, 1)),
    ((2, 2, 3), {"padding": 1, "padding_mode": "reflect"}, (2, 2, 5, 3)),
    ((2, 3, 4), {"padding": "same", "padding_mode": "circular"}, (2, 2, 5, 6)),
    ((1, 2, (2, 5)), {"padding": "same", "dilation": (3, 1)}, (2, 1, 4, 4)),
    (
        (2, 3, 3),
        {"padding": (2, 1), "padding_mode": "replicate", "stride": 2},
        (2, 2, 5, 6),
    ),
    ((2, 3, 3), {"padding": "valid"}, (2, 2, 3, 3)),
    ((2, 3, 3), {}, (0, 2, 4, 4)),
]


def both(cls, theirs, args, keywords):
    """Ours, and torch's with copies of its weights, in float64."""
    ours = cls(*args, **keywords, rng=0)
    theirs = theirs(*args, **keywords, dtype=torch.float64)
    with torch.no_grad():
        for mine, p in zip(ours.params, theirs.parameters(), strict=True):
            p.copy_(torch.tensor(mine))
    return ours, theirs


def both_ways(ours, theirs, x, seed=2):
    """Pairs of ours and torch's: y, dx, and the gradient of each parameter."""
    leaf = torch.tensor(x, requires_grad=True)
    y, oracle = ours.forward(x), theirs(leaf)
    dy = np.random.default_rng(seed).normal(size=oracle.shape)
    oracle.backward(torch.tensor(dy))
    yield y, oracle.detach().numpy()
    yield ours.backward(dy), leaf.grad.numpy()
    for mine, p in zip(ours.grads, theirs.parameters(), strict=True):
        yield mine, p.grad.numpy()


def pictures(shape, seed=1):
    return np.random.default_rng(seed).normal(size=shape)
