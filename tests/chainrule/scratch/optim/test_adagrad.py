import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import adagrad

OPTIONS = [{}, {"lr": 0.1, "eps": 1e-3}, {"lr": 1.0, "eps": 0.1}]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = against_torch(
        adagrad, 1, lambda p: torch.optim.Adagrad(p, **options), **options
    )
    agree("adagrad", ours, oracle, 1e-12, against="torch.optim.Adagrad")


def test_one_step_by_hand(agree):
    """s = 9 + 16 = 25, and its root with eps is 8."""
    ours = adagrad(np.array(1.0), 4.0, 9.0, lr=2.0, eps=3.0)
    agree("adagrad", ours, [0.0, 25.0], 0.0, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(adagrad, 3)
