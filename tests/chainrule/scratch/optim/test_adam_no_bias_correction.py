import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import adam, adam_no_bias_correction

OPTIONS = [
    {},
    {"lr": 0.1, "betas": (0.5, 0.8), "eps": 1e-3},
]


def late_adam(params, **options):
    """torch's Adam whose clock already shows 10^9: both corrections are 1."""
    optimizer = torch.optim.Adam(params, **options)
    for p in params:
        moments = {"exp_avg": torch.zeros_like(p), "exp_avg_sq": torch.zeros_like(p)}
        step = torch.tensor(1e9, dtype=torch.float64)
        optimizer.state[p] = {"step": step, **moments}
    return optimizer


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = against_torch(
        adam_no_bias_correction, 2, lambda p: late_adam(p, **options), **options
    )
    agree(
        "adam-without-bias-correction",
        ours,
        oracle,
        1e-12,
        against="torch.optim.Adam(t → ∞)",
    )


def test_one_step_by_hand(agree):
    given = {"lr": 2.0, "betas": (0.5, 0.5), "eps": 0.0}
    ours = adam_no_bias_correction(np.array(1.0), 2.0, 0.0, 4.0, **given)
    agree("adam-without-bias-correction", ours, [0.0, 1.0, 4.0], 0.0, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(adam_no_bias_correction, 4)


@pytest.mark.equation("eq:adam-plain-step")
def test_is_what_the_page_prints(agree, equation):
    rng = np.random.default_rng(0)
    w, g, m = rng.normal(size=(3, 5))
    v, lr, eps = rng.random(5), 0.1, 1e-2
    new_w, new_m, new_v = adam_no_bias_correction(w, g, m, v, lr, (0.8, 0.95), eps)
    symbols = {r"\theta_{t-1}": "w", r"\eta": "lr", r"\epsilon": "eps"}
    symbols |= {"m_t": "m", "v_t": "v"}
    step = equation("eq:adam-plain-step", r"\theta_t", symbols)
    printed = step(w=w, lr=lr, eps=eps, m=new_m, v=new_v)
    unit, against = "adam-without-bias-correction", "printed equation (23.6)"
    agree(unit, new_w, printed, 1e-14, against=against)


@pytest.mark.equation("eq:adam-ratio")
@pytest.mark.parametrize("t", [1, 2, 12, 300])
def test_steps_are_too_long_by_the_printed_ratio(agree, equation, t):
    """Both take the t-th step under a constant gradient, from the same moments."""
    m, v = 0.0, 0.0
    for step in range(1, t):
        _, m, v = adam(0.0, 2.0, m, v, step)
    right = adam(0.0, 2.0, m, v, t, eps=0.0)[0]
    long = adam_no_bias_correction(0.0, 2.0, m, v, eps=0.0)[0]
    symbols = {r"\beta_1": "beta1", r"\beta_2": "beta2", "t": "t"}
    ratio = equation("eq:adam-ratio", "r_t", symbols)
    printed = ratio(beta1=0.9, beta2=0.999, t=t)
    unit, against = "adam-without-bias-correction", "printed equation (23.7)"
    agree(unit, long / right, printed, 1e-12, against=against)
