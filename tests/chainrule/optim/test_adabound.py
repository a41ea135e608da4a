import numpy as np
import pytest
import torch
from helpers.courses import follow, walk

from chainrule.optim import AdaBound


@pytest.mark.parametrize("options", [{}, {"lr": 0.03, "betas": (0.5, 0.7), "eps": 0.1}])
def test_without_bounds_it_is_adam(agree, options):
    """gamma = 0 leaves the interval from 0 to infinity, at every step."""
    ours = walk(AdaBound, gamma=0, final_lr=1e-6, **options)
    oracle = walk(torch.optim.Adam, **options)
    agree("adabound", ours, oracle, 1e-12, against="torch.optim.Adam")


@pytest.mark.parametrize("beta1", [0.0, 0.9])
def test_closed_bounds_leave_momentum(agree, beta1):
    """The rate is final_lr, of m, which is (1 - beta1) times torch's buffer."""
    given = {"lr": 0.02 * (1 - beta1), "momentum": beta1}
    oracle = walk(torch.optim.SGD, **given)
    ours = walk(AdaBound, betas=(beta1, 0.999), final_lr=0.02, gamma=1e30)
    agree("adabound", ours, oracle, 1e-12, against="torch.optim.SGD(momentum=…)")


def rates(size, steps, **options):
    """By how much of m each step moved, for a constant gradient of this size."""
    moves = -np.diff(follow(AdaBound, [size] * steps, **options), prepend=0.0)
    beta1 = options["betas"][0]
    return moves / (size * (1 - beta1 ** np.arange(1, steps + 1)))


def test_bounds_of_the_paper(agree):
    """0.1 - 0.1 / ((1-beta2)t + 1) and 0.1 + 0.1 / ((1-beta2)t), gamma = 1 - beta2."""
    t, given = np.arange(1, 301), {"lr": 0.05, "betas": (0.9, 0.99), "gamma": 0.01}
    slow, fast = rates(1e9, 300, **given), rates(1e-9, 300, **given)
    lower, upper = 0.1 - 0.1 / (0.01 * t + 1), 0.1 + 0.1 / (0.01 * t)
    agree("adabound", slow, lower, 1e-7, against="the lower bound of the paper")
    unclipped = 0.05 / (1 - 0.9**t) / (1e-9 + 1e-8)
    agree("adabound", fast, upper, 1e-6, against="the upper bound of the paper")
    assert (unclipped > upper).all()


def package(gradients, lr, final_lr, betas, gamma, eps, base_lr):
    """The steps of adabound.AdaBound 0.0.5 for these rates, in NumPy."""
    w = m = v = 0.0
    for t, (g, eta) in enumerate(zip(gradients, lr, strict=True), start=1):
        m = betas[0] * m + (1 - betas[0]) * g
        v = betas[1] * v + (1 - betas[1]) * g * g
        size = eta * (1 - betas[1] ** t) ** 0.5 / (1 - betas[0] ** t)
        last = final_lr * eta / base_lr
        bounds = last * (1 - 1 / (gamma * t + 1)), last * (1 + 1 / (gamma * t))
        w = w - np.clip(size / (np.sqrt(v) + eps), *bounds) * m
    return w


def test_the_package_for_eps_and_schedule_by_hand(agree):
    """It adds eps to the root of v, not of v_hat, and scales final_lr with lr."""
    gradients = np.random.default_rng(0).normal(size=60)
    lr = 0.02 * 0.98 ** np.arange(60)
    given = {"betas": (0.8, 0.9), "gamma": 0.05}
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = AdaBound([w], **given)
    (group,) = optimizer.param_groups
    for t, g in enumerate(gradients, start=1):
        w.grad = torch.full_like(w, g)
        group["lr"], group["final_lr"] = lr[t - 1], 0.03 * lr[t - 1] / lr[0]
        group["eps"] = 0.1 / (1 - 0.9**t) ** 0.5
        optimizer.step()
    oracle = package(gradients, lr, 0.03, eps=0.1, base_lr=lr[0], **given)
    agree("adabound", w, [oracle], 1e-13, against="the formula of adabound 0.0.5")


def test_a_scheduler_leaves_the_bounds_alone():
    """Late, when all rates are clipped, lr has no say any more."""
    given = {"gamma": 1e30, "final_lr": 0.02}

    def fall(optimizer, step):
        optimizer.param_groups[0]["lr"] = 1e-3 * 0.9**step

    assert np.array_equal(walk(AdaBound, change=fall, **given), walk(AdaBound, **given))


@pytest.mark.equation(
    "eq:adabound-lower",
    "eq:adabound-upper",
    "eq:adabound-clip",
    "eq:adabound-step",
)
def test_is_what_the_page_prints(agree, equation):
    star = {r"\eta^*": "final_lr", r"\gamma": "gamma", "t": "t"}
    lower = equation("eq:adabound-lower", "l_t", star)
    upper = equation("eq:adabound-upper", "u_t", star)
    symbols = {r"\eta": "lr", r"\beta_1": "beta1", r"\epsilon": "eps", "t": "t"}
    symbols |= {r"\hat v_t": "v_hat", "l_t": "low", "u_t": "high"}
    clipped = equation("eq:adabound-clip", r"\eta_t", symbols)
    moved = {r"\theta_{t-1}": "w", r"\eta_t": "rate", "m_t": "m"}
    step = equation("eq:adabound-step", r"\theta_t", moved)
    torch.manual_seed(0)
    w = torch.randn(9, dtype=torch.float64, requires_grad=True)
    given = {"lr": 0.1, "eps": 1e-2}
    own = {"final_lr": 0.2, "gamma": 0.3}
    optimizer = AdaBound([w], betas=(0.8, 0.7), **given, **own)
    seen = set()
    for t in range(1, 9):
        before = w.detach().numpy().copy()
        w.grad = torch.randn_like(w)
        optimizer.step()
        state = {k: optimizer.state[w][k].numpy() for k in ("m", "v")}
        bounds = {"low": lower(t=t, **own), "high": upper(t=t, **own)}
        rate = clipped(
            beta1=0.8, t=t, v_hat=state["v"] / (1 - 0.7**t), **bounds, **given
        )
        seen |= {*np.sign(rate - bounds["low"]), *np.sign(rate - bounds["high"])}
        t_rate = 0.1 / (1 - 0.8**t) / ((state["v"] / (1 - 0.7**t)) ** 0.5 + 1e-2)
        past = 0.3 * t
        by_hand = 0.2 * past / (past + 1), 0.2 * (past + 1) / past
        said = "printed equation (24.{})".format
        agree("adabound", [by_hand[0]], [bounds["low"]], 1e-14, against=said(13))
        agree("adabound", [by_hand[1]], [bounds["high"]], 1e-14, against=said(14))
        own_rate = np.clip(t_rate, *by_hand)
        agree("adabound", own_rate, rate, 1e-13, against=said(15))
        oracle = step(w=before, rate=rate, m=state["m"])
        agree("adabound", w, oracle, 1e-14, against="printed equation (24.16)")
    assert seen == {-1, 0, 1}
