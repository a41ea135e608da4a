import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import adamw

OPTIONS = [
    {},
    {"lr": 0.1, "betas": (0.5, 0.8), "eps": 1e-3},
    {"weight_decay": 0.0},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = against_torch(
        adamw, 2, lambda p: torch.optim.AdamW(p, **options), clock=True, **options
    )
    agree("adamw", ours, oracle, 1e-12, against="torch.optim.AdamW")


def test_one_step_by_hand(agree):
    """As Adam's step of 4/3, and w = 1 shrinks by lr * weight_decay = 1/4."""
    given = {"lr": 2.0, "betas": (0.5, 0.5), "eps": 0.0, "weight_decay": 0.125}
    ours = adamw(np.array(1.0), 2.0, 0.0, 2.0, 2, **given)
    agree("adamw", ours, [0.75 - 4 / 3, 1.0, 3.0], 1e-15, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(adamw, 4, 1)
