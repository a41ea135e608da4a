import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import nadam_constant

OPTIONS = [
    {},
    {"lr": 0.1, "betas": (0.5, 0.8), "eps": 1e-3},
    {"betas": (0.0, 0.9)},
]


@pytest.fixture(autouse=True)
def double():
    """torch keeps its product of all μ in float32, unless this is set."""
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(torch.float32)


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch_at_the_end_of_its_schedule(agree, options):
    def theirs(params):
        return torch.optim.NAdam(params, momentum_decay=1e9, **options)

    ours, oracle = against_torch(nadam_constant, 2, theirs, clock=True, **options)
    against = "torch.optim.NAdam(momentum_decay → ∞)"
    agree("nadam", ours, oracle, 1e-12, against=against)


def test_one_step_by_hand(agree):
    """m = 1 and v = 3 after two steps, v̂ = 4."""
    given = {"lr": 2.0, "betas": (0.5, 0.5), "eps": 1.0}
    ours = nadam_constant(np.array(1.0), 2.0, 0.0, 2.0, 2, **given)
    ahead = 0.5 * 1.0 / (1 - 0.5**3) + 0.5 * 2.0 / (1 - 0.5**2)
    by_hand = [1 - 2.0 * ahead / 3.0, 1.0, 3.0]
    agree("nadam", ours, by_hand, 1e-15, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(nadam_constant, 4, 1)
