import itertools

import numpy as np
import pytest
import torch

from chainrule import nn
from chainrule.scratch import nn as scratch

UNIT = "average-and-min-pooling"
SIZES = [
    *itertools.product(
        (2, 3, (3, 2)),
        (None, 1, (3, 2)),
        (0, 1, (1, 0)),
        (False, True),
        (True, False),
        (None, 3, -2),
    )
]


def both_ways(layer, x):
    leaf = torch.tensor(x, requires_grad=True)
    y = layer(leaf)
    dy = np.random.default_rng(1).normal(size=y.shape)
    y.backward(torch.tensor(dy))
    return y.detach(), leaf.grad


@pytest.mark.parametrize("shape", [(2, 3, 5, 7), (3, 6, 5)])
def test_is_torchs(agree, shape):
    x = np.random.default_rng(0).normal(size=shape)
    for sizes in SIZES:
        ours = both_ways(nn.AvgPool2d(*sizes), x)
        theirs = both_ways(torch.nn.AvgPool2d(*sizes), x)
        for mine, oracle in zip(ours, theirs, strict=True):
            assert mine.shape == oracle.shape
            against = "torch.nn.AvgPool2d"
            agree(UNIT, mine, oracle, 1e-12, atol=1e-15, against=against)


def test_is_the_one_in_numpy(agree):
    x = np.random.default_rng(2).normal(size=(2, 2, 7, 6))
    y = nn.AvgPool2d((3, 2), 2, 1, True, False)(torch.tensor(x))
    oracle = scratch.AvgPool2d((3, 2), 2, 1, True, False).forward(x)
    agree(UNIT, y, oracle, 1e-12, atol=1e-15, against="scratch AvgPool2d")


def test_infinity_outside_of_a_window_stays_out():
    x = torch.tensor([[[1.0, 1.0, torch.inf]]])
    assert nn.AvgPool2d((1, 2), 1, (0, 1))(x).tolist() == [
        [[0.5, 1, torch.inf, torch.inf]]
    ]


def test_refuses_a_divisor_of_zero():
    with pytest.raises(ValueError, match="divisor_override must not be 0"):
        nn.AvgPool2d(2, divisor_override=0)


def test_shows_its_sizes():
    for args in ((3, 2, 1), ((2, 3), (1, 2)), (2,)):
        assert repr(nn.AvgPool2d(*args)) == repr(torch.nn.AvgPool2d(*args))
