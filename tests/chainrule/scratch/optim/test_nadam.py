import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import nadam

OPTIONS = [
    {},
    {"lr": 0.1, "betas": (0.5, 0.8), "eps": 1e-3, "momentum_decay": 0.3},
    {"betas": (0.0, 0.9)},
]


@pytest.fixture(autouse=True)
def double():
    """torch keeps its product of all μ in float32, unless this is set."""
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(torch.float32)


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = against_torch(
        nadam, 3, lambda p: torch.optim.NAdam(p, **options), clock=True, **options
    )
    agree("nadam", ours, oracle, 1e-12, against="torch.optim.NAdam")


def test_one_step_by_hand(agree):
    """m = 1 and v = 3 after two steps, v̂ = 4; μ is 0.25 at every step."""
    given = {"lr": 2.0, "betas": (0.5, 0.5), "eps": 1.0, "momentum_decay": 0.0}
    ours = nadam(np.array(1.0), 2.0, 0.0, 2.0, 1 - 0.25, 2, **given)
    ahead = 0.25 * 1.0 / (1 - 0.25**3) + 0.75 * 2.0 / (1 - 0.25**2)
    by_hand = [1 - 2.0 * ahead / 3.0, 1.0, 3.0, 1 - 0.25**2]
    agree("nadam", ours, by_hand, 1e-15, against="by hand")


@pytest.mark.parametrize("decay", [4e-3, 0.3])
def test_total_is_one_minus_the_product(agree, decay):
    w, m, v, total = 0.0, 0.0, 0.0, 0.0
    for t in range(1, 41):
        w, m, v, total = nadam(w, 1.0, m, v, total, t, momentum_decay=decay)
    mu = 0.9 * (1 - 0.5 * 0.96 ** (decay * np.arange(1, 41)))
    agree("nadam", total, 1 - np.prod(mu), 1e-15, against="closed form")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(nadam, 5, 1)
