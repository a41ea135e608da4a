import numpy as np
import pytest
import torch
from helpers import courses
from helpers.courses import walk
from hypothesis import given, settings
from hypothesis import strategies as st

from chainrule.optim import Momentum
from chainrule.scratch.optim import momentum as twin

OPTIONS = [
    {"lr": 0.01},
    {"lr": 0.02, "momentum": 0.5},
    {"lr": 0.03, "momentum": 0.0},
    {"lr": 0.01, "weight_decay": 0.3, "maximize": False},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch_while_the_rate_is_constant(agree, options):
    oracle = walk(torch.optim.SGD, **{"momentum": 0.9, **options})
    ours = walk(Momentum, **options)
    agree("sgd-momentum", ours, oracle, 1e-12, against="torch.optim.SGD(momentum=…)")


def follow(optimizer_class, gradients, rates, **options):
    def change(optimizer, step):
        optimizer.param_groups[0]["lr"] = rates[step]

    given = {"lr": 1.0, "change": change, **options}
    return courses.follow(optimizer_class, gradients, **given)


rates = st.lists(st.floats(1e-3, 1.0), min_size=6, max_size=6)
gradients = st.lists(st.floats(-2, 2), min_size=6, max_size=6)


@settings(deadline=None)
@given(gradients, rates, st.floats(0, 0.99))
def test_movement_is_a_weighted_sum_of_all_gradients(gs, etas, mu):
    """m_k = -sum_j mu^(k-j) eta_j g_j: each gradient keeps the rate of its step."""
    ours = follow(Momentum, gs, etas, momentum=mu)
    k = np.arange(6)
    powers = np.tril(mu ** np.maximum(k[:, None] - k, 0))
    steps = -powers @ (np.array(etas) * gs)
    assert np.abs(ours - steps.cumsum()).max() < 1e-11


@settings(deadline=None)
@given(gradients, rates, st.floats(0, 0.99))
def test_torch_gives_old_gradients_the_new_rate(gs, etas, mu):
    """torch moves by -eta_k sum_j mu^(k-j) g_j: the same only for one rate."""
    theirs = follow(torch.optim.SGD, gs, etas, momentum=mu)
    k = np.arange(6)
    powers = np.tril(mu ** np.maximum(k[:, None] - k, 0))
    steps = -np.array(etas) * (powers @ np.array(gs))
    assert np.abs(theirs - steps.cumsum()).max() < 1e-11


def test_a_tenfold_lower_rate_shows_the_difference():
    gs, etas = [1.0, 0.0], [1.0, 0.1]
    assert follow(Momentum, gs, etas, momentum=0.5).tolist() == [-1.0, -1.5]
    assert follow(torch.optim.SGD, gs, etas, momentum=0.5).tolist() == [-1.0, -1.05]


# -- the page's equations -----------------------------------------------------------


@pytest.mark.equation("eq:momentum-movement", "eq:momentum-step")
@pytest.mark.parametrize("fused", [None, False])
def test_is_what_the_page_prints(agree, equation, fused):
    symbols = {r"\mu": "mu", "m_{t-1}": "m", r"\eta": "lr", "g_t": "g"}
    movement = equation("eq:momentum-movement", "m_t", symbols)
    symbols = {r"\theta_{t-1}": "w", "m_t": "m"}
    step = equation("eq:momentum-step", r"\theta_t", symbols)
    rng = np.random.default_rng(0)
    w = torch.tensor(rng.normal(size=4)).requires_grad_()
    optimizer, m = Momentum([w], lr=0.3, momentum=0.6, fused=fused), np.zeros(4)
    for _ in range(6):
        before, g = w.detach().numpy().copy(), rng.normal(size=4)
        w.grad = torch.tensor(g)
        optimizer.step()
        kept = optimizer.state[w]["m"]
        m = movement(mu=0.6, m=m, lr=0.3, g=g)
        agree("sgd-momentum", kept, m, 1e-14, against="printed equation (21.1)")
        oracle = step(w=before, m=m)
        agree("sgd-momentum", w, oracle, 1e-14, against="printed equation (21.2)")


@pytest.mark.equation("eq:momentum-unrolled", "eq:momentum-terminal")
def test_sums_that_the_page_prints(agree, equation):
    symbols = {r"\mu": "mu", r"\eta_i": "lr[i]", "g_i": "g[i]", "t": "t"}
    unrolled = equation("eq:momentum-unrolled", "m_t", symbols)
    symbols = {r"\mu": "mu", r"\eta": "lr", "g": "g", "t": "t"}
    terminal = equation("eq:momentum-terminal", "m_t", symbols)
    rng, unit = np.random.default_rng(0), "momentum-as-weighted-sum"
    for t in range(1, 12):
        gs, rates = rng.normal(size=t), rng.uniform(0.01, 1, size=t)
        ours = np.diff(follow(Momentum, gs, rates, momentum=0.8), prepend=0.0)[-1]
        oracle = unrolled(mu=0.8, lr=rates, g=gs, t=t)
        agree(unit, ours, oracle, 1e-13, against="printed equation (21.3)")
        path = follow(Momentum, [1.7] * t, [0.3] * t, momentum=0.8)
        oracle = terminal(mu=0.8, lr=0.3, g=1.7, t=t)
        ours = np.diff(path, prepend=0.0)[-1]
        agree(unit, ours, oracle, 1e-13, against="printed equation (21.4)")


def test_gradients_that_alternate_are_reduced(agree):
    """To 1 / (1 + mu), as the page says."""
    gs = [(-1.0) ** t for t in range(400)]
    path = follow(Momentum, gs, [0.1] * 400, momentum=0.9)
    ours = abs(path[-1] - path[-2])
    agree("momentum-as-weighted-sum", ours, 0.1 / 1.9, 1e-13, against="closed form")


def test_the_sum_is_not_of_equal_weights():
    """Notes A and B speak of the last gradient and of the sum of all of them."""
    gs, rates = [1.0, -2.0, 0.5], [0.1] * 3
    moves = np.diff(follow(Momentum, gs, rates, momentum=0.5), prepend=0.0)
    assert moves[-1] == pytest.approx(-0.1 * (0.25 * 1 - 0.5 * 2 + 0.5))
    assert moves[-1] != pytest.approx(-0.1 * sum(gs))
    assert moves[-1] != pytest.approx(-0.1 * (gs[-1] + 0.5 * gs[-2]))  # last gradient


def test_rate_and_coefficient_cannot_be_left_out():
    """Note B: "movement of last step minus gradient at present"."""
    _, m = twin(0.0, 2.0, 1.0, lr=0.1, momentum=0.5)
    assert m == pytest.approx(0.3)
    assert m != pytest.approx(1.0 - 2.0)


def swings(mu, steps=2000):
    w, m, path = 1.0, 0.0, []
    for _ in range(steps):
        w, m = twin(w, w, m, lr=0.1, momentum=mu)
        path.append(abs(w))
    return np.array(path)


def test_a_coefficient_of_one_never_forgets():
    """Note C allows gamma = 1: the parabola is then swung through for ever."""
    assert swings(1.0)[-200:].max() > 0.99
    assert swings(0.9)[-200:].max() < 1e-40


def hump(w):
    return 2 * w / 5 - 5.6 * (w - 2) * np.exp(-((w - 2) ** 2) / 0.5)


@pytest.mark.parametrize(
    ("start", "mu", "end"),
    [(5, 0, 2.84), (5, 0.8, 2.84), (5, 0.9, 0), (3.2, 0.9, 2.84)],
)
def test_a_dip_is_passed_with_enough_speed_alone(start, mu, end):
    """Notes A and B: momentum crosses the local minimum. It can."""
    w, m = float(start), 0.0
    for _ in range(2000):
        w, m = twin(w, hump(w), m, lr=0.02, momentum=mu)
    assert abs(w - end) < 0.02


def test_momentum_adapts_no_rate():
    """Note D has it among the adaptive rates: all parameters share one factor."""
    gs = np.array([1e-3, 1.0, 1e3])
    w, m = np.zeros(3), np.zeros(3)
    for _ in range(7):
        w, m = twin(w, gs, m, lr=0.1, momentum=0.8)
    assert np.ptp(w / gs) < 1e-12


# -- the ravine ---------------------------------------------------------------------


def slowest(lr, mu, curvature, look_ahead=False):
    """Spectral radius of one step, over the curvatures; in closed form."""
    s = lr * np.asarray(curvature, dtype=complex)
    if look_ahead:
        half, end = (1 + mu) * (1 - s) / 2, mu * (1 - s)
    else:
        half, end = (1 + mu - s) / 2, mu
    root = np.sqrt(half**2 - end)
    return np.maximum(abs(half + root), abs(half - root)).max()


@pytest.mark.equation("eq:momentum-recursion")
def test_recursion_on_a_parabola(agree, equation):
    symbols = {r"\mu": "mu", r"\eta": "lr", r"\lambda": "c", "w_t": "w"}
    printed = equation(
        "eq:momentum-recursion", "w_{t+1}", symbols | {"w_{t-1}": "past"}
    )
    w, m, path = 1.0, 0.0, [1.0]
    for _ in range(30):
        w, m = twin(w, 4.0 * w, m, lr=0.1, momentum=0.7)
        path.append(w)
    path = np.array(path)
    oracle = printed(mu=0.7, lr=0.1, c=4.0, w=path[1:-1], past=path[:-2])
    against = "printed equation (21.8)"
    agree("momentum-in-ravines", path[2:], oracle, 1e-14, against=against)


@pytest.mark.equation("eq:momentum-limit", by="roots just below and above the limit")
@pytest.mark.parametrize("mu", [0.0, 0.3, 0.9, 0.99])
def test_limit_of_the_rate(mu):
    limit = 2 * (1 + mu) / 5.0
    for share, falls in ((1e-3, True), (0.5, True), (0.999, True), (1.001, False)):
        assert (slowest(share * limit, mu, [5.0]) < 1) == falls


@pytest.mark.parametrize("sharpness", [0.05, 0.5, 1.0, 3.0])
def test_complex_roots_have_one_size(agree, sharpness):
    ours = slowest(sharpness, 0.9, [1.0])
    agree("momentum-in-ravines", ours, 0.9**0.5, 1e-14, against="closed form")


@pytest.mark.equation("eq:plain-factor", "eq:momentum-factor", "eq:momentum-best")
@pytest.mark.parametrize("kappa", [4.0, 100.0, 2500.0])
def test_best_factors(agree, equation, kappa):
    """Printed setting and factor, against roots, and a search around them."""
    plain = equation("eq:plain-factor", r"\rho", {r"\kappa": "kappa"})(kappa=kappa)
    best = equation("eq:momentum-factor", r"\rho", {r"\kappa": "kappa"})(kappa=kappa)
    ends = {r"\lambda_{\max}": "high", r"\lambda_{\min}": "low"}
    lr = equation("eq:momentum-best", r"\eta", ends)(high=3 * kappa, low=3.0)
    mu = equation("eq:momentum-best", r"\mu", {r"\rho": "rho"})(rho=best)
    unit, low_high = "momentum-in-ravines", 3 * np.geomspace(1, kappa, 101)
    ours = slowest(2 / (3 + 3 * kappa), 0.0, low_high)
    agree(unit, ours, plain, 1e-12, against="printed equation (21.10)")
    # A double root feels rounding by its square root.
    ours = slowest(lr, mu, low_high)
    for tag in (11, 12):
        agree(unit, ours, best, 1e-6, against=f"printed equation (21.{tag})")
    for a in np.linspace(0.9, 1.1, 11):
        for b in np.linspace(-0.1, 0.1, 11):
            near = min(0.9999, mu + b * (1 - mu))
            assert slowest(a * lr, near, low_high) > best - 1e-6
            assert slowest(a * 2 / (3 + 3 * kappa), 0.0, low_high) > plain - 1e-12


def test_convex_is_not_enough():
    """Lessard et al. (2016): a circle of three points on a convex curve."""

    def bent(w):
        return 25 * w if w < 1 else w + 24 if w < 2 else 25 * w - 24

    w, m, path = 3.3, 0.0, []
    for _ in range(600):
        w, m = twin(w, bent(w), m, lr=1 / 9, momentum=4 / 9)
        path.append(w)
    assert np.allclose(path[-3:], path[-6:-3], atol=1e-9)
    assert np.ptp(path[-3:]) > 3
