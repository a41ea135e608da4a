import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import momentum

OPTIONS = [
    {"lr": 0.1, "momentum": 0.9},
    {"lr": 0.3, "momentum": 0.5},
    {"momentum": 0.0},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = against_torch(
        momentum, 1, lambda p: torch.optim.SGD(p, **options), **options
    )
    agree("sgd-momentum", ours, oracle, 1e-12, against="torch.optim.SGD(momentum=…)")


def test_one_step_by_hand(agree):
    """m = 0.5 * 2 - 0.25 * 4 = 0, so the gradient stops the movement."""
    ours = momentum(np.array(1.0), 4.0, 2.0, lr=0.25, momentum=0.5)
    agree("sgd-momentum", ours, [1.0, 0.0], 0.0, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(momentum, 3)
