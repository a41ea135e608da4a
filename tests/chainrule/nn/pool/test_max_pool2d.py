import itertools

import numpy as np
import pytest
import torch

from chainrule import nn
from chainrule.scratch import nn as scratch

UNIT, MIN = "max-pooling", "average-and-min-pooling"
SIZES = [
    *itertools.product(
        (2, 3, (3, 2)), (None, 1, (3, 2)), (0, 1, (1, 0)), (1, 2), (0, 1)
    )
]


def inputs():
    """Any numbers, many ties, many -inf."""
    rng = np.random.default_rng(0)
    yield rng.normal(size=(2, 3, 5, 7))
    yield rng.integers(0, 2, (1, 2, 6, 5)) * 1.0
    yield np.where(rng.random((1, 6, 6)) < 0.7, -np.inf, 1.0)


def both_ways(layer, x):
    """y, where it was found, and the gradient for a fixed one of y."""
    leaf = torch.tensor(x, requires_grad=True)
    y, at = layer(leaf)
    dy = np.random.default_rng(1).normal(size=y.shape)
    y.backward(torch.tensor(dy))
    return y.detach(), at, leaf.grad


@pytest.mark.parametrize("x", [*inputs()], ids=["normal", "ties", "infinite"])
def test_is_torchs(agree, x):
    for *sizes, up in SIZES:
        keywords = {"return_indices": True, "ceil_mode": bool(up)}
        ours = both_ways(nn.MaxPool2d(*sizes, **keywords), x)
        theirs = both_ways(torch.nn.MaxPool2d(*sizes, **keywords), x)
        for mine, oracle in zip(ours, theirs, strict=True):
            assert mine.shape == oracle.shape
            agree(UNIT, mine, oracle, 1e-12, against="torch.nn.MaxPool2d")


def test_is_the_one_in_numpy(agree):
    x = np.random.default_rng(2).normal(size=(2, 2, 7, 6))
    for ours, twin, unit in (
        (nn.MaxPool2d, scratch.MaxPool2d, UNIT),
        (nn.MinPool2d, scratch.MinPool2d, MIN),
    ):
        layer = ours((3, 2), 2, 1, 2, ceil_mode=True)
        oracle = twin((3, 2), 2, 1, 2, True)
        y = layer(torch.tensor(x))
        agree(unit, y, oracle.forward(x), 1e-14, against=twin.__name__)


def test_min_is_minus_the_max_of_minus(agree):
    x = np.random.default_rng(3).integers(-2, 3, (2, 3, 6, 5)) * 1.0
    found = both_ways(nn.MinPool2d(3, 2, 1, return_indices=True), x)
    y, at, dx = both_ways(torch.nn.MaxPool2d(3, 2, 1, return_indices=True), -x)
    for mine, oracle in zip(found, (-y, at, dx), strict=True):
        assert mine.shape == oracle.shape
    agree(MIN, found[0], -y, 1e-14, against="-max(-x)")
    agree(MIN, found[1], at, 0, against="where -x is largest")
    # the gradient with respect to -x goes twice through a minus: to y, and to x
    agree(MIN, found[2], dx, 1e-14, against="-max(-x)")
    assert nn.MinPool2d(2)(torch.arange(4.0).view(1, 2, 2)).item() == 0


def test_unpooling_reads_the_indices():
    x = torch.randn(2, 3, 6, 4)
    y, at = nn.MaxPool2d(2, return_indices=True)(x)
    back = torch.nn.functional.max_unpool2d(y, at, 2)
    assert torch.equal(nn.MaxPool2d(2)(back.relu()), y.relu())


def test_nan_is_seen_and_dtype_stays():
    x = torch.zeros(1, 1, 2, 4, dtype=torch.float16)
    x[0, 0, 1, 1] = torch.nan
    y = nn.MaxPool2d(2)(x)
    assert y.isnan().tolist() == [[[[True, False]]]]
    assert y.dtype == torch.float16


def test_gradients_of_gradients():
    x = torch.randn(1, 2, 5, 4, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradgradcheck(nn.MaxPool2d(3, 2, 1), x)


def test_shows_its_sizes():
    for args in ((3, 2, 1), ((2, 3), (1, 2)), (2,)):
        assert repr(nn.MaxPool2d(*args)) == repr(torch.nn.MaxPool2d(*args))


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")
def test_cuda(agree):
    x = torch.randn(2, 3, 7, 5, dtype=torch.float64, device="cuda")
    ours, theirs = nn.MaxPool2d(3, 2, 1), torch.nn.MaxPool2d(3, 2, 1)
    agree(UNIT, ours(x), theirs(x), 0, against="torch.nn.MaxPool2d")
