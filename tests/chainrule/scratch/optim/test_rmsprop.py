import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import rmsprop

OPTIONS = [
    {},
    {"lr": 0.1, "alpha": 0.9, "eps": 1e-3},
    {"alpha": 0.0},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = against_torch(
        rmsprop, 1, lambda p: torch.optim.RMSprop(p, **options), **options
    )
    agree("rmsprop", ours, oracle, 1e-12, against="torch.optim.RMSprop")


def test_one_step_by_hand(agree):
    """v = 0.75 * 4 + 0.25 * 4 = 4, and its root with eps is 2.5."""
    ours = rmsprop(np.array(1.0), 2.0, 4.0, lr=1.25, alpha=0.75, eps=0.5)
    agree("rmsprop", ours, [0.0, 4.0], 0.0, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(rmsprop, 3)
