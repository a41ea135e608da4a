import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import adabound


@pytest.mark.parametrize("options", [{}, {"lr": 0.1, "betas": (0.5, 0.8), "eps": 1e-3}])
def test_is_torch_between_wide_bounds(agree, options):
    ours, oracle = against_torch(
        *(adabound, 2, lambda p: torch.optim.Adam(p, **options)),
        **{**options, "clock": True, "final_lr": 1e8, "gamma": 1e-22},
    )
    agree("adabound", ours, oracle, 1e-12, against="torch.optim.Adam")


def test_is_torch_between_closed_bounds(agree):
    ours, oracle = against_torch(
        *(adabound, 2, lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9)),
        **{"clock": True, "final_lr": 0.1, "gamma": 1e30},
    )
    agree("adabound", ours, oracle, 1e-12, against="torch.optim.SGD(momentum=…)")


@pytest.mark.parametrize(("lr", "rate"), [(3.0, 2.0), (30.0, 4.0), (0.3, 1.0)])
def test_one_step_by_hand(agree, lr, rate):
    """m = 1 and v̂ = 4 make it lr / 0.75 / 2; at t = 2 the bounds are 1 and 4."""
    given = {"betas": (0.5, 0.5), "final_lr": 2.0, "gamma": 0.5, "eps": 0.0}
    ours = adabound(np.array(1.0), 2.0, 0.0, 2.0, 2, lr=lr, **given)
    agree("adabound", ours, [1 - rate, 1.0, 3.0], 1e-15, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(adabound, 4, 1)
