import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import radam

OPTIONS = [
    {},
    {"lr": 0.1, "betas": (0.5, 0.9), "eps": 1e-3},
    {"betas": (0.0, 0.6)},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = against_torch(
        radam, 2, lambda p: torch.optim.RAdam(p, **options), clock=True, **options
    )
    agree("radam", ours, oracle, 1e-12, against="torch.optim.RAdam")


@pytest.mark.parametrize(("t", "rectified"), [(5, False), (6, True)])
def test_one_step_by_hand(agree, t, rectified):
    """With m̂ = 1 and v = 0.009 + 0.001, before and after ρ has passed 5."""
    m = (1 - 0.9**t - 0.1) / 0.9  # so that the new m is 1 - 0.9^t
    w, new_m, v = radam(np.array(1.0), 1.0, m, 0.009 / 0.999, t, lr=0.5, eps=0.1)
    agree("radam", [new_m, v], [1 - 0.9**t, 0.01], 1e-15, against="by hand")
    power = 0.999**t
    rho = 1999 - 2 * t * power / (1 - power)
    assert (rho > 5) is rectified
    rate = 1.0
    if rectified:
        r = (rho - 4) * (rho - 2) * 1999 / (1995 * 1997 * rho)
        rate = np.sqrt(r) * np.sqrt(1 - power) / 0.2
    agree("radam", w, 1 - 0.5 * rate, 1e-12, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(radam, 4, 1)
    assert keeps_float32(radam, 4, 100)
