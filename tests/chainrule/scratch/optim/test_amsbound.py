import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import amsbound


@pytest.mark.parametrize("options", [{}, {"lr": 0.1, "betas": (0.5, 0.8), "eps": 1e-3}])
def test_is_torch_between_wide_bounds(agree, options):
    ours, oracle = against_torch(
        *(amsbound, 3, lambda p: torch.optim.Adam(p, amsgrad=True, **options)),
        **{**options, "clock": True, "final_lr": 1e8, "gamma": 1e-22},
    )
    agree("adabound", ours, oracle, 1e-12, against="torch.optim.Adam(amsgrad=True)")


def test_is_torch_between_closed_bounds(agree):
    ours, oracle = against_torch(
        *(amsbound, 3, lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9)),
        **{"clock": True, "final_lr": 0.1, "gamma": 1e30},
    )
    agree("adabound", ours, oracle, 1e-12, against="torch.optim.SGD(momentum=…)")


@pytest.mark.parametrize(
    ("lr", "v_max", "rate"),
    [(3.0, 2.0, 2.0), (30.0, 2.0, 4.0), (0.3, 2.0, 1.0), (6.0, 12.0, 2.0)],
)
def test_one_step_by_hand(agree, lr, v_max, rate):
    """m = 1; lr / 0.75 over √4, or √16 for an old maximum; bounds 1 and 4."""
    given = {"betas": (0.5, 0.5), "final_lr": 2.0, "gamma": 0.5, "eps": 0.0}
    ours = amsbound(np.array(1.0), 2.0, 0.0, 2.0, v_max, 2, lr=lr, **given)
    agree(
        "adabound",
        ours,
        [1 - rate, 1.0, 3.0, max(3.0, v_max)],
        1e-15,
        against="by hand",
    )


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(amsbound, 5, 1)
