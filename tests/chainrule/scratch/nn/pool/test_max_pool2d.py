import itertools

import numpy as np
import pytest
import torch
from helpers.windows import both_ways, pictures

from chainrule.scratch import nn

UNIT, MIN = "max-pooling", "average-and-min-pooling"
SIZES = [
    *itertools.product((2, 3, (3, 2)), (None, 1, 3), (0, 1, (1, 0)), (1, 2), (0, 1))
]


def inputs():
    """Any numbers, many ties, many -inf."""
    rng = np.random.default_rng(0)
    yield rng.normal(size=(2, 3, 5, 7))
    yield rng.integers(0, 2, (1, 2, 6, 5)) * 1.0
    yield np.where(rng.random((1, 1, 6, 6)) < 0.7, -np.inf, 1.0)


@pytest.mark.parametrize("x", [*inputs()], ids=["normal", "ties", "infinite"])
def test_is_torchs(agree, x):
    for *sizes, ceil_mode in SIZES:
        ours = nn.MaxPool2d(*sizes, ceil_mode)
        theirs = torch.nn.MaxPool2d(*sizes, ceil_mode=bool(ceil_mode))
        for mine, oracle in both_ways(ours, theirs, x):
            assert mine.shape == oracle.shape
            agree(UNIT, mine, oracle, 1e-14, against="torch.nn.MaxPool2d")


def test_four_by_four_by_hand():
    x = np.array([[3, -1, -3, -1], [-3, 1, 0, -3], [-3, -3, 0, 1], [3, -2, -2, -1]])
    layer = nn.MaxPool2d(2)
    assert layer.forward(x[None, None])[0, 0].tolist() == [[3, 0], [3, 1]]
    dx = layer.backward(np.array([[[[1.0, 2], [3, 4]]]]))[0, 0]
    assert dx.tolist() == [[1, 0, 0, 0], [0, 0, 2, 0], [0, 0, 0, 4], [3, 0, 0, 0]]


def test_min_is_minus_the_max_of_minus(agree):
    x = pictures((2, 3, 6, 5))
    ours, theirs = (
        nn.MinPool2d(3, 2, 1),
        lambda leaf: -torch.nn.MaxPool2d(3, 2, 1)(-leaf),
    )
    leaf = torch.tensor(x, requires_grad=True)
    dy = pictures((2, 3, 3, 3), seed=2)
    theirs(leaf).backward(torch.tensor(dy))
    agree(MIN, ours.forward(x), theirs(leaf).detach(), 1e-14, against="-max(-x)")
    agree(MIN, ours.backward(dy), leaf.grad, 1e-14, against="-max(-x)")


def test_nan_is_seen_and_dtype_stays():
    x = np.zeros((1, 1, 2, 4), np.float32)
    x[0, 0, 1, 1] = np.nan
    layer = nn.MaxPool2d(2)
    y = layer.forward(x)
    assert np.isnan(y[0, 0]).tolist() == [[True, False]]
    assert y.dtype == layer.backward(y).dtype == np.float32


def test_refuses():
    with pytest.raises(ValueError, match=r"padding \(2, 2\) must be at most half"):
        nn.MaxPool2d(3, padding=2)
    with pytest.raises(ValueError, match=r"x must be \(N, C, H, W\), got \(2, 3\)"):
        nn.MaxPool2d(2).forward(np.ones((2, 3)))
    with pytest.raises(ValueError, match="a kernel over 3 places does not fit into 2"):
        nn.MaxPool2d(3).forward(np.ones((1, 1, 2, 2)))
    with pytest.raises(RuntimeError, match="backward before forward"):
        nn.MaxPool2d(2).backward(np.ones((1, 1, 1, 1)))
