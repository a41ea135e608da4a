import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import nesterov

OPTIONS = [
    {"lr": 0.1, "momentum": 0.9},
    {"lr": 0.3, "momentum": 0.5},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = against_torch(
        nesterov, 1, lambda p: torch.optim.SGD(p, nesterov=True, **options), **options
    )
    agree(
        "nesterov-momentum",
        ours,
        oracle,
        1e-12,
        against="torch.optim.SGD(nesterov=True)",
    )


def test_one_step_by_hand(agree):
    """From w = 1 the parameters are at 0; m = 1 - 0.5, they move there, w looks on."""
    ours = nesterov(np.array(1.0), 2.0, 2.0, lr=0.25, momentum=0.5)
    agree("nesterov-momentum", ours, [0.75, 0.5], 0.0, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(nesterov, 3)
