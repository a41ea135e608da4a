import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import amsgrad

OPTIONS = [
    {},
    {"lr": 0.1, "betas": (0.5, 0.8), "eps": 1e-3},
    {"betas": (0.0, 0.9)},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    def theirs(params):
        return torch.optim.Adam(params, amsgrad=True, **options)

    ours, oracle = against_torch(amsgrad, 3, theirs, clock=True, **options)
    agree("amsgrad", ours, oracle, 1e-12, against="torch.optim.Adam(amsgrad=True)")


@pytest.mark.parametrize(("v_max", "root"), [(12.0, 4.0), (1.0, 2.0)])
def test_one_step_by_hand(agree, v_max, root):
    """m = 1 and v = 3 after two steps; corrected m = 4/3 and v = 4, or v_max = 16."""
    given = {"lr": 2.0, "betas": (0.5, 0.5), "eps": 0.0}
    ours = amsgrad(np.array(1.0), 2.0, 0.0, 2.0, v_max, 2, **given)
    by_hand = [1 - 8 / 3 / root, 1.0, 3.0, max(3.0, v_max)]
    agree("amsgrad", ours, by_hand, 1e-15, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(amsgrad, 5, 1)
