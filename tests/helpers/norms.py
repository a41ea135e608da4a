"""Normalization layers of nn and of scratch.nn beside torch's of their names."""

import inspect

import numpy as np
import torch

from chainrule import nn
from chainrule.scratch import nn as numpy_nn

# name, arguments, keywords, shapes of inputs
BATCH_1D = [
    ((3,), {}, (5, 3)),
    ((1,), {}, (2, 1)),
    ((3,), {"eps": 1e-3, "momentum": 0.7}, (4, 3, 5)),
    ((2,), {"momentum": None}, (7, 2)),
    ((4,), {"affine": False}, (6, 4)),
    ((3,), {"track_running_stats": False}, (5, 3)),
    ((2,), {"affine": False, "track_running_stats": False}, (3, 2, 1)),
]
BATCH_2D = [
    ((3,), {}, (4, 3, 5, 2)),
    ((2,), {"eps": 1e-3}, (1, 2, 3, 1)),
    ((1,), {"momentum": None, "affine": False}, (3, 1, 2, 4)),
    ((3,), {"track_running_stats": False}, (2, 3, 3, 3)),
]
LAYER = [
    ((4,), {}, (5, 4)),
    ((4,), {}, (4,)),
    ((1,), {}, (3, 1)),
    (((3, 5),), {"eps": 1e-3}, (2, 3, 5)),
    (((2, 3, 4),), {"elementwise_affine": False}, (5, 2, 3, 4)),
    ((6,), {"bias": False}, (2, 3, 6)),
]
GROUP = [
    ((2, 6), {}, (3, 6, 5, 2)),
    ((1, 4), {}, (5, 4)),
    ((4, 4), {"eps": 1e-3}, (2, 4, 7)),
    ((3, 6), {"affine": False}, (1, 6, 2, 2, 3)),
    ((5, 5), {}, (2, 5)),
]
INSTANCE = [
    ((3,), {}, (2, 3, 4, 5)),
    ((2,), {"affine": True, "eps": 1e-3}, (1, 2, 1, 3)),
]
RMS = [
    ((4,), {}, (5, 4)),
    ((3,), {"eps": 1e-3}, (2, 5, 3)),
    (((2, 3),), {"elementwise_affine": False}, (4, 2, 3)),
    ((1,), {}, (3, 1)),
]
CASES = {
    "BatchNorm1d": BATCH_1D,
    "BatchNorm2d": BATCH_2D,
    "LayerNorm": LAYER,
    "InstanceNorm2d": INSTANCE,
    "GroupNorm": GROUP,
    "RMSNorm": RMS,
}
RUNNING = [  # of instance normalization, which scratch.nn has not
    ((3,), {"track_running_stats": True}, (2, 3, 4, 5)),
    ((2,), {"track_running_stats": True, "affine": True}, (3, 2, 2, 2)),
    ((2,), {"track_running_stats": True, "momentum": None}, (3, 2, 2, 2)),
    ((3,), {"track_running_stats": True, "momentum": 0.6}, (3, 4, 5)),
]


def knows(cls, word):
    """Whether torch's class takes this argument: some came late."""
    return word in inspect.signature(cls).parameters


def both(name, args=(), dtype=torch.float64, ours=None, fused=False, **keywords):
    """Ours, by the formula, and torch's with the same random weights, in dtype."""
    theirs = getattr(torch.nn, name)(*args, dtype=dtype, **keywords)
    with torch.no_grad():
        for p in theirs.parameters():
            p.normal_()
    ours = (ours or getattr(nn, name))(*args, dtype=dtype, **keywords)
    ours.load_state_dict(theirs.state_dict())
    if hasattr(ours, "fused"):
        ours.fused = fused
    return ours, theirs


def both_numpy(name, args=(), ours=None, **keywords):
    theirs = getattr(torch.nn, name)(*args, dtype=torch.float64, **keywords)
    rng, ours = np.random.default_rng(0), ours or getattr(numpy_nn, name)
    ours = ours(*args, **keywords)
    with torch.no_grad():
        for mine, p in zip(ours.params, theirs.parameters(), strict=True):
            mine[...] = rng.normal(size=mine.shape)
            p.copy_(torch.tensor(mine))
    return ours, theirs


def inputs(shape, seed=0, mean=0.7, scale=1.5):
    generator = torch.Generator().manual_seed(seed)
    z = torch.randn(shape, generator=generator, dtype=torch.float64)
    return mean + scale * z


def gone_both_ways(ours, theirs, x, upstream=None):
    """Pairs of ours and torch's: output, gradients of input and parameters, buffers."""
    upstream = inputs(x.shape, 1).to(x.dtype) if upstream is None else upstream
    found = []
    for module in (ours, theirs):
        module.zero_grad()
        leaf = x.clone().requires_grad_()
        y = module(leaf)
        y.backward(upstream)
        gradients = [p.grad.clone() for p in module.parameters()]
        buffers = [b.clone() for b in module.buffers()]
        found.append([y.detach(), leaf.grad, *gradients, *buffers])
    return zip(*found, strict=True)


def twelve_batches(ours, theirs, shape, ways=None):
    """Pairs of ten batches in training, two in evaluation, and whether in training."""
    for seed in range(12):
        for layer in (ours, theirs):
            layer.train(seed < 10)
        for mine, oracle in (ways or gone_both_ways)(ours, theirs, inputs(shape, seed)):
            yield mine, oracle, seed < 10


def numpy_both_ways(ours, theirs, x):
    """The same, for a layer of scratch.nn."""
    dy = inputs(x.shape, 1)
    theirs.zero_grad()
    leaf = x.clone().requires_grad_()
    y = theirs(leaf)
    y.backward(dy)
    gradients = [p.grad for p in theirs.parameters()]
    found = [ours.forward(x.numpy()), ours.backward(dy.numpy()), *ours.grads]
    found += [np.array(b) for b in ours.buffers()]
    oracle = [y.detach(), leaf.grad, *gradients, *theirs.buffers()]
    return zip(found, oracle, strict=True)
