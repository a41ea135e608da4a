import numpy as np
import pytest
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import adam

OPTIONS = [
    {},
    {"lr": 0.1, "betas": (0.5, 0.8), "eps": 1e-3},
    {"betas": (0.0, 0.9)},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = against_torch(
        adam, 2, lambda p: torch.optim.Adam(p, **options), clock=True, **options
    )
    agree("adam", ours, oracle, 1e-12, against="torch.optim.Adam")


def test_one_step_by_hand(agree):
    """m = 1 and v = 3 after two steps; corrected m = 4/3, v = 4."""
    given = {"lr": 2.0, "betas": (0.5, 0.5), "eps": 0.0}
    ours = adam(np.array(1.0), 2.0, 0.0, 2.0, 2, **given)
    agree("adam", ours, [1 - 4 / 3, 1.0, 3.0], 1e-15, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(adam, 4, 1)


@pytest.mark.equation("eq:adam-m", "eq:adam-v", "eq:adam-step")
@pytest.mark.equation("eq:adam-m-hat", "eq:adam-v-hat")
@pytest.mark.parametrize("t", [1, 2, 7, 1000])
def test_is_what_the_page_prints(agree, equation, t):
    rng = np.random.default_rng(t)
    w, g, m = rng.normal(size=(3, 5))
    v, lr, beta1, beta2, eps = rng.random(5), 0.1, 0.8, 0.95, 1e-2
    new_w, new_m, new_v = adam(w, g, m, v, t, lr, (beta1, beta2), eps)

    moment = equation(
        "eq:adam-m", "m_t", {r"\beta_1": "beta1", "m_{t-1}": "m", "g_t": "g"}
    )
    printed = moment(beta1=beta1, m=m, g=g)
    agree("adam", new_m, printed, 1e-15, against="printed equation (23.1)")
    square = equation(
        "eq:adam-v", "v_t", {r"\beta_2": "beta2", "v_{t-1}": "v", "g_t": "g"}
    )
    printed = square(beta2=beta2, v=v, g=g)
    agree("adam", new_v, printed, 1e-15, against="printed equation (23.2)")

    m_hat = equation(
        "eq:adam-m-hat", r"\hat m_t", {"m_t": "m", r"\beta_1": "beta1", "t": "t"}
    )
    v_hat = equation(
        "eq:adam-v-hat", r"\hat v_t", {"v_t": "v", r"\beta_2": "beta2", "t": "t"}
    )
    # With one beta at 0 and no eps, the step gives the other estimate away.
    only_m = adam(w, g, m, v, t, lr, (beta1, 0.0), 0.0)[0]
    printed = m_hat(m=new_m, beta1=beta1, t=t)
    ours = (w - only_m) * np.abs(g) / lr
    unit = "adam-bias-correction"
    agree(unit, ours, printed, 1e-13, against="printed equation (23.3)")
    only_v = adam(w, g, m, v, t, lr, (0.0, beta2), 0.0)[0]
    printed = v_hat(v=new_v, beta2=beta2, t=t)
    ours = (lr * g / (w - only_v)) ** 2
    agree(unit, ours, printed, 1e-12, against="printed equation (23.4)")

    symbols = {r"\theta_{t-1}": "w", r"\eta": "lr", r"\epsilon": "eps"}
    symbols |= {r"\hat m_t": "m_hat", r"\hat v_t": "v_hat"}
    step = equation("eq:adam-step", r"\theta_t", symbols)
    moments = {
        "m_hat": m_hat(m=new_m, beta1=beta1, t=t),
        "v_hat": v_hat(v=new_v, beta2=beta2, t=t),
    }
    printed = step(w=w, lr=lr, eps=eps, **moments)
    agree("adam", new_w, printed, 1e-14, against="printed equation (23.5)")


@pytest.mark.equation("eq:adam-unrolled")
@pytest.mark.parametrize("steps", [1, 2, 20])
def test_first_moment_unrolled(agree, equation, steps):
    gradients = np.random.default_rng(steps).normal(size=steps)
    w, m, v = 0.0, 0.0, 0.0
    for t, g in enumerate(gradients, start=1):
        w, m, v = adam(w, g, m, v, t, betas=(0.8, 0.9))
    symbols = {r"\beta_1": "beta1", "g_i": "g[i]", "t": "t"}
    unrolled = equation("eq:adam-unrolled", "m_t", symbols)
    printed = unrolled(beta1=0.8, g=gradients, t=steps)
    against = "printed equation (23.8)"
    agree("adam-bias-correction", m, printed, 1e-14, against=against)


@pytest.mark.equation("eq:adam-bias", by="a constant gradient")
def test_bias_is_exactly_what_is_divided_out(agree):
    m, v = 0.0, 0.0
    for t in range(1, 51):
        _, m, v = adam(0.0, 3.0, m, v, t)
        ours, exact = [m, v], [3 * (1 - 0.9**t), 9 * (1 - 0.999**t)]
        unit = "adam-bias-correction"
        agree(unit, ours, exact, 1e-13, against="closed form")
