import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import torch_momentum

OPTIONS = [{"lr": 0.1, "momentum": 0.9}, {"lr": 0.3, "momentum": 0.5}]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = against_torch(
        torch_momentum, 1, lambda p: torch.optim.SGD(p, **options), **options
    )
    against = "torch.optim.SGD(momentum=…)"
    agree("sgd-momentum", ours, oracle, 1e-12, against=against)


def test_one_step_by_hand(agree):
    """b = 0.5 * 2 + 4 = 5 and w = 1 - 0.25 * 5."""
    ours = torch_momentum(np.array(1.0), 4.0, 2.0, lr=0.25, momentum=0.5)
    agree("sgd-momentum", ours, [-0.25, 5.0], 0.0, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(torch_momentum, 3)
