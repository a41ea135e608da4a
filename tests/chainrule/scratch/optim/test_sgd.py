import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import sgd

OPTIONS = [
    {},
    {"lr": 0.3},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = against_torch(
        sgd, 0, lambda p: torch.optim.SGD(p, **options), **options
    )
    agree("gradient-descent-multi", ours, oracle, 1e-12, against="torch.optim.SGD")


def test_one_step_by_hand(agree):
    w = sgd(np.array([1.0, 2.0]), np.array([4.0, -4.0]), lr=0.25)
    agree("gradient-descent-multi", w, [0.0, 3.0], 0.0, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(sgd, 2)
