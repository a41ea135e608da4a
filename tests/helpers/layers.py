"""Layers and losses of scratch.nn beside torch's of their names."""

import numpy as np
import torch

from chainrule.scratch import nn


def exported(kind):
    things = (getattr(nn, name) for name in nn.__all__)
    return [t for t in things if isinstance(t, type) and issubclass(t, kind)]


IMAGES = {
    nn.BatchNorm2d,
    nn.InstanceNorm2d,
    nn.Conv2d,
    nn.LocallyConnected2d,
    nn.AvgPool2d,
    nn.MaxPool2d,
    nn.MinPool2d,
}  # take (N, C, H, W): helpers.norms, helpers.windows
SEQUENCES = {nn.SelfAttention}  # rows belong together: its own test
RANDOM = {nn.Dropout, nn.DropoutScaledAtTest}  # draw what torch's do not
NORMS = {nn.BatchNorm1d, nn.LayerNorm, nn.GroupNorm, nn.RMSNorm}
TABLES = {nn.Embedding}  # take whole numbers
OTHERS = IMAGES | RANDOM | SEQUENCES | TABLES | {nn.Layer}
LAYERS = [cls for cls in exported(nn.Layer) if cls not in OTHERS]
LOSSES = [cls for cls in exported(nn.Loss) if cls is not nn.Loss]


class TorchMaxout(torch.nn.Module):
    """torch has none."""

    def __init__(self, in_features, out_features, num_pieces):
        super().__init__()
        self.linear = torch.nn.Linear(in_features, out_features * num_pieces)
        self.num_pieces = num_pieces

    def forward(self, x):
        return self.linear(x).unflatten(-1, (-1, self.num_pieces)).max(-1).values


def torch_half_squared_error(y, t):
    """torch has none, either."""
    return torch.nn.functional.mse_loss(y, t, reduction="sum") / (2 * len(y))


def torch_loss(cls):
    if cls is nn.HalfSquaredErrorLoss:
        return torch_half_squared_error
    return getattr(torch.nn, cls.__name__)()


def made(cls, width, dtype=float, make=None):
    """A layer that takes so many features, and torch's with copies of its weights.

    make stands in for cls, if it is given.
    """
    rng, make = np.random.default_rng(0), make or cls
    if cls is nn.Linear:
        ours = make(width, 2, rng, dtype)
        theirs = torch.nn.Linear(width, 2)
    elif cls is nn.Maxout:
        ours = make(width, 2, 3, rng, dtype)
        theirs = TorchMaxout(width, 2, 3)
    elif cls is nn.PReLU:
        ours, theirs = make(width, dtype=dtype), torch.nn.PReLU(width)
    elif cls in (nn.BatchNorm1d, nn.LayerNorm, nn.RMSNorm):
        ours, theirs = make(width, dtype=dtype), getattr(torch.nn, cls.__name__)(width)
    elif cls is nn.GroupNorm:
        ours, theirs = make(1, width, dtype=dtype), torch.nn.GroupNorm(1, width)
    elif cls is nn.Sequential:
        pairs = [made(c, w, dtype) for c, w in ((nn.Linear, width), (nn.Sigmoid, 2))]
        mine, others = zip(*pairs, strict=True)
        ours, theirs = make(*mine), torch.nn.Sequential(*others)
    else:
        ours, theirs = make(), getattr(torch.nn, cls.__name__)()
    theirs = theirs.to(torch.float64 if dtype is float else torch.float32)
    with torch.no_grad():
        for mine, p in zip(ours.params, theirs.parameters(), strict=True):
            p.copy_(torch.from_numpy(mine))
    return ours, theirs


def accepts(cls, shape):
    """Whether there is more than one value in each mean."""
    if cls is nn.BatchNorm1d:
        return shape[0] > 1
    return cls is not nn.GroupNorm or shape != (1, 1)


def inputs(shape, dtype=float, seed=1):
    return np.random.default_rng(seed).normal(size=shape).astype(dtype)


def both_ways(layer, x):
    """y, a dy of its shape, and dx."""
    y = layer.forward(x)
    dy = inputs(y.shape, y.dtype, seed=2)
    return y, dy, layer.backward(dy)


def task(cls, shape, dtype=float):
    """Predictions, targets, and both as torch's loss of the name takes them."""
    rng = np.random.default_rng(0)
    y = rng.normal(size=shape).astype(dtype)
    if cls is nn.CrossEntropyLoss:
        t = rng.integers(shape[1], size=shape[0])
    else:
        t = rng.integers(2, size=shape).astype(dtype)
    return y, t, torch.tensor(y, requires_grad=True), torch.tensor(t)
