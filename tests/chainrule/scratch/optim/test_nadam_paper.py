import numpy as np
import pytest
from helpers.courses import by_hand, keeps_float32, listed

from chainrule.scratch.optim import nadam_constant, nadam_paper


def walk(twin, gradients, kept, **options):
    given = {"buffers": kept, "clock": True, **options}
    w, steps = np.zeros_like(gradients[0]), len(gradients)
    (course,) = by_hand(twin, [w], listed(gradients), steps, **given)
    return np.array([w for w, *_ in course])


def test_is_the_constant_form_where_mu_is_constant(agree):
    """An endless decay leaves no schedule: mu is beta1 from the first step on."""
    gradients = np.random.default_rng(0).normal(size=(30, 4))
    given = {"lr": 0.1, "betas": (0.7, 0.8), "eps": 1e-2}
    ours = walk(nadam_paper, gradients, 3, momentum_decay=1e9, **given)
    oracle = walk(nadam_constant, gradients, 2, **given)
    against = "chainrule.scratch.optim.nadam_constant"
    agree("nadam", ours, oracle, 1e-13, against=against)


@pytest.mark.parametrize("decay", [4e-3, 0.3])
def test_steps_under_a_constant_gradient(agree, decay):
    """m is 1 - μ₁ ⋯ μₜ then, so both of its corrections are exact."""
    path = walk(nadam_paper, np.ones((40, 1)), 3, lr=1, eps=0, momentum_decay=decay)
    steps = -np.diff(path[:, 0], prepend=0)
    mu = 0.9 * (1 - 0.5 * 0.96 ** (decay * np.arange(1, 42)))
    P = np.cumprod(mu)
    oracle = mu[1:] * (1 - P[:-1]) / (1 - P[1:]) + (1 - mu[:-1]) / (1 - P[:-1])
    agree("nadam", steps, oracle, 1e-13, against="closed form")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(nadam_paper, 5, 1)
