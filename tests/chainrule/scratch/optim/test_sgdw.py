import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import sgdw


@pytest.mark.parametrize(
    "options", [{"weight_decay": 0.0}, {"momentum": 0.0, "weight_decay": 0.3}]
)
def test_is_torch_without_decay_or_momentum(agree, options):
    given = {"lr": 1e-3, "momentum": 0.9, **options}
    ours, oracle = against_torch(
        sgdw, 1, lambda p: torch.optim.SGD(p, **given), **options
    )
    agree("adamw", ours, oracle, 1e-12, against="torch.optim.SGD")


def test_one_step_by_hand(agree):
    """m = 0.5 * 2 - 0.25 * 4 = 0, and w = 8 loses 0.25 * 0.5 of itself."""
    given = {"lr": 0.25, "momentum": 0.5, "weight_decay": 0.5}
    ours = sgdw(np.array(8.0), 4.0, 2.0, **given)
    agree("adamw", ours, [7.0, 0.0], 0.0, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(sgdw, 3)
