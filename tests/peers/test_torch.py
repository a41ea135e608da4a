"""torch itself: known differences from the papers, each with its size."""

import numpy as np
import pytest
import torch
from helpers.courses import follow

ONES = [1.0] * 8


def steps(path):
    return -np.diff(path, prepend=0)


def test_adagrad_decays_its_rate_by_time():
    """lr_decay d makes η / (1 + (t - 1) d) of η, before Adagrad's own root."""
    t = np.arange(1, 9)
    found = steps(follow(lambda w: torch.optim.Adagrad(w, 1.0, lr_decay=0.5), ONES))
    assert found == pytest.approx(1 / (1 + (t - 1) / 2) / t**0.5)


def test_nadam_starts_with_half_the_momentum():
    """μₜ = β₁ (1 - 0.96^(0.004 t) / 2) in the place of β₁, from Dozat's appendix."""
    found = steps(follow(lambda w: torch.optim.NAdam(w, 1.0, eps=0), [1.0, 0.0]))
    mu = 0.9 * (1 - 0.5 * 0.96 ** (0.004 * np.arange(1, 4)))
    m_hat, g_hat = mu[1] * 0.1 / (1 - mu[0] * mu[1]), (1 - mu[0]) / (1 - mu[0])
    assert found[0] == pytest.approx(m_hat + g_hat)
    constant = 0.9 * 0.1 / (1 - 0.9**2) + 1
    assert found[0] / constant == pytest.approx(0.717, abs=1e-3)


def test_amsgrad_takes_the_maximum_before_the_correction():
    """Over v, not v̂: the third step is 1.22 times as long as with the largest v̂.

    The paper corrects neither; its third step is almost twice as long.
    """
    given = {"betas": (0.0, 0.9), "eps": 0.0, "amsgrad": True}
    last = steps(follow(lambda w: torch.optim.Adam(w, 1.0, **given), [2.0, 0.0, 2.0]))[
        2
    ]
    v = np.array([0.4, 0.36, 0.724])
    v_hat = v / (1 - 0.9 ** np.arange(1, 4))
    assert last == pytest.approx(2 / (v.max() / (1 - 0.9**3)) ** 0.5)
    assert last / (2 / v_hat.max() ** 0.5) == pytest.approx(1.22, abs=0.01)
    assert (2 / v.max() ** 0.5) / last == pytest.approx(1.92, abs=0.01)


def test_radam_waits_for_five():
    """With β₂ = 0.999, ρ₅ = 4.99…: the paper (ρ > 4) would rectify from step 5 on."""
    path = follow(lambda w: torch.optim.RAdam(w, 1.0), ONES)
    beta2, t = 0.999, np.arange(1, 9)
    rho = 2 / (1 - beta2) - 1 - 2 * t * beta2**t / (1 - beta2**t)
    assert (steps(path) < 0.99).tolist() == (rho > 5).tolist()
    assert [int(t[rho > bound][0]) for bound in (4, 5)] == [5, 6]


def test_momentum_gives_old_gradients_the_new_rate():
    """Its buffer is without η: a tenth of the rate is a tenth of all movement."""

    def change(optimizer):
        optimizer.register_step_post_hook(
            lambda o, *_: o.param_groups[0].update(lr=0.1)
        )
        return optimizer

    path = follow(lambda w: change(torch.optim.SGD(w, 1.0, momentum=0.5)), [1.0, 0.0])
    assert steps(path) == pytest.approx([1.0, 0.05])  # the notes: 1.0, 0.5
