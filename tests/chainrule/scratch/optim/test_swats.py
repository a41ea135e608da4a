import numpy as np
import pytest
import torch
from helpers.courses import by_hand, follow, keeps_float32, listed

from chainrule.scratch.optim import swats

OPTIONS = [
    {},
    {"lr": 0.1, "betas": (0.5, 0.8)},
    {"betas": (0.0, 0.9)},
]


def walk(gradients, **options):
    """All that Algorithm 1 keeps, after each gradient."""
    given = {"buffers": 2, "numbers": 2, "clock": True, **options}
    w, steps = np.zeros_like(gradients[0]), len(gradients)
    (course,) = by_hand(swats, [w], listed(gradients), steps, **given)
    return [*zip(*course, strict=True)]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch_before_the_switch(agree, options):
    gradients = np.random.default_rng(0).normal(size=(60, 5))
    w, _, _, _, ratio = walk(gradients, **options)
    oracle = follow(torch.optim.Adam, gradients, eps=1e-9, **options)
    agree("swats", w, oracle, 1e-12, against="torch.optim.Adam")
    assert set(ratio) == {0.0}


def test_first_two_steps_by_hand(agree):
    """p = -0.5 (1, -1); γ = 0.5 / 1.5 at both steps, so the second one switches."""
    g = np.array([1.0, -2.0])
    w, m, v, average, ratio = walk([g, g], lr=0.5, betas=(0.5, 0.5))
    gamma = 0.5 / 1.5
    agree("swats", w, [[-0.5, 0.5], [-1.0, 1.0]], 1e-8, against="by hand")
    agree("swats", average, [0.5 * gamma, 0.75 * gamma], 1e-8, against="by hand")
    agree("swats", ratio, [0.0, gamma / 0.5], 1e-8, against="by hand")
    agree("swats", m[1], [0.0, 0.0], 0, against="by hand")
    agree("swats", v[1], 0.75 * g**2, 1e-15, against="by hand")


def test_the_phase_of_sgd_by_hand(agree):
    """m = 0.5 * 2 + 4 = 5, the rate Λ is 3 * 0.5, of which 1 - β₁ is taken."""
    given = {"lr": 0.5, "betas": (0.5, 0.9)}
    ours = swats(np.array(8.0), 4.0, 2.0, 7.0, 0.25, 3.0, 9, **given)
    agree("swats", ours, [8 - 0.5 * 1.5 * 5, 5.0, 7.0, 0.25, 3.0], 0, against="by hand")


def test_a_zero_product_leaves_the_mean_alone():
    w, m, v, average, ratio = swats(np.ones(2), np.zeros(2), 0.0, 0.0, 0.5, 0.0, 3)
    assert (average, ratio) == (0.5, 0.0)
    assert w.tolist() == [1.0, 1.0]
    assert not m.any()
    assert not v.any()


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(lambda *a: swats(*a)[:3], 4, 0.0, 0.0, 1)
    assert keeps_float32(lambda *a: swats(*a)[:3], 4, 0.1, 2.0, 5)
