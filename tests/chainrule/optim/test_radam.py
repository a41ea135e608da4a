import numpy as np
import pytest
import torch
from helpers.courses import walk
from scipy import stats

from chainrule.optim import RAdam

OPTIONS = [
    {},
    {"lr": 0.03, "eps": 1e-3},
    {"lr": 0.02, "betas": (0.5, 0.9), "eps": 0.1},
    {"lr": 0.01, "betas": (0.9, 0.5)},  # never rectified: the limit of rho is 3
    {"lr": 0.01, "weight_decay": 0.3, "maximize": False},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = walk(RAdam, **options), walk(torch.optim.RAdam, **options)
    agree("radam", ours, oracle, 1e-12, against="torch.optim.RAdam")


def path(gradients, optimizer_class, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer, out = optimizer_class([w], **options), []
    for g in gradients:
        w.grad = torch.full_like(w, g)
        optimizer.step()
        out.append(w.item())
    return np.array(out)


def test_first_steps_are_momentum_alone(agree):
    """Five steps of length η m̂: no gradient is divided by its own size."""
    gradients = np.random.default_rng(0).normal(size=6) * 10.0 ** np.arange(6)
    t = np.arange(1, 7)
    powers = np.tril(0.9 ** np.maximum(t[:, None] - t, 0))
    m_hat = 0.1 * (powers @ gradients) / (1 - 0.9**t)
    ours = np.diff(path(gradients, RAdam, lr=0.01), prepend=0.0)
    agree("radam", ours[:5], -0.01 * m_hat[:5], 1e-12, against="closed form")
    assert abs(ours[5]) < 1e-5 * abs(0.01 * m_hat[5])


def test_the_rectified_rate_grows_to_that_of_adam(agree):
    """For a constant gradient Adam's step is η, and that of RAdam r times η."""
    t = np.arange(1, 5001.0)
    ours = -np.diff(path(np.full(5000, 3.0), RAdam, lr=1.0, eps=0.0), prepend=0.0)
    top = 2 / 0.001 - 1
    rho = top - 2 * t * 0.999**t / (1 - 0.999**t)
    r = ((rho - 4) * (rho - 2) * top / ((top - 4) * (top - 2) * rho))[5:] ** 0.5
    agree("radam", ours[5:], r, 1e-9, against="closed form")
    agree("radam", ours[:5], np.full(5, 3.0), 1e-14, against="closed form")
    assert r[0] == pytest.approx(0.026, abs=1e-3)
    assert r[-1] > 0.95
    assert (np.diff(r) > 0).all()


@pytest.mark.equation(
    "eq:radam-limit",
    "eq:radam-length",
    "eq:radam-factor",
    "eq:radam-step",
    "eq:radam-early",
)
def test_is_what_the_page_prints(agree, equation):
    beta, top = {r"\beta_2": "beta2"}, {r"\rho_\infty": "top"}
    limit = equation("eq:radam-limit", r"\rho_\infty", beta)
    length = equation("eq:radam-length", r"\rho_t", {**beta, **top, "t": "t"})
    factor = equation("eq:radam-factor", "r_t", {**top, r"\rho_t": "rho"})
    symbols = {r"\theta_{t-1}": "w", r"\eta": "lr", r"\hat m_t": "m_hat"}
    early = equation("eq:radam-early", r"\theta_t", symbols)
    symbols |= {**beta, "r_t": "r", "v_t": "v", r"\epsilon": "eps", "t": "t"}
    step = equation("eq:radam-step", r"\theta_t", symbols)
    torch.manual_seed(0)
    w = torch.randn(5, dtype=torch.float64, requires_grad=True)
    optimizer = RAdam([w], lr=0.1, betas=(0.8, 0.97), eps=1e-2)
    rectified = []
    for t in range(1, 13):
        before = w.detach().numpy().copy()
        w.grad = torch.randn_like(w)
        optimizer.step()
        state = optimizer.state[w]
        rho_inf = limit(beta2=0.97)
        rho = length(beta2=0.97, top=rho_inf, t=t)
        given = {"w": before, "lr": 0.1}
        given["m_hat"] = state["m"].numpy() / (1 - 0.8**t)
        rectified.append(rho > 5)
        ours = 2 / (1 - 0.97) - 1
        agree("radam", [ours], [rho_inf], 1e-12, against="printed equation (24.19)")
        power = 0.97**t
        worth = 1 + 2 * (0.97 / 0.03 - t * power / (1 - power))
        agree("radam", [worth], [rho], 1e-11, against="printed equation (24.20)")
        if rectified[-1]:
            r = factor(top=rho_inf, rho=rho)
            spread = [x / ((x - 2) * (x - 4)) for x in (rho_inf, rho)]
            against = "printed equation (24.21)"
            agree(
                "radam", [(spread[0] / spread[1]) ** 0.5], [r], 1e-12, against=against
            )
            given |= {"r": r, "v": state["v"].numpy(), "eps": 1e-2, "t": t}
            oracle = step(beta2=0.97, **given)
        else:
            oracle = early(**given)
        number = "24.22" if rectified[-1] else "24.23"
        against = f"printed equation ({number})"
        agree("radam", w, oracle, 1e-14, against=against)
    assert {*rectified} == {False, True}


@pytest.mark.equation("eq:rate-mean")
@pytest.mark.parametrize("t", [3, 5, 10, 50])
def test_the_mean_of_one_over_v_hat(agree, equation, t):
    """Of t squares of standard normal numbers: t/χ² with t degrees of freedom."""
    lhs = r"\mathbb E\left[\frac{\sigma^2}{\hat v_t}\right]"
    printed = equation("eq:rate-mean", lhs, {"t": "t"})
    exact = stats.chi2(t).expect(lambda q: t / q)
    against = "printed equation (24.18)"
    agree("why-warm-up", [exact], [printed(t=t)], 1e-6, against=against)
    weights = 0.999 ** np.arange(t) / np.sum(0.999 ** np.arange(t))
    assert weights == pytest.approx(np.full(t, 1 / t), rel=0.03)


def test_rho_is_the_length_of_a_plain_mean_of_the_same_age():
    """The gradients in v̂ₜ are on average as old as those of the last ρₜ alone."""
    beta2, t = 0.99, 70
    age = np.arange(t)
    weights = beta2**age / np.sum(beta2**age)
    rho = 2 / (1 - beta2) - 1 - 2 * t * beta2**t / (1 - beta2**t)
    assert weights @ age == pytest.approx((rho - 1) / 2, rel=1e-12)
