import numpy as np
import pytest
import torch
from helpers import courses
from helpers.courses import slope, walk
from hypothesis import given, settings
from hypothesis import strategies as st

from chainrule.optim import Nesterov
from chainrule.scratch.optim import nesterov_look_ahead

OPTIONS = [
    {"lr": 0.01, "momentum": 0.9},
    {"lr": 0.02, "momentum": 0.5},
    {"lr": 0.01, "momentum": 0.7, "weight_decay": 0.3},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch_while_the_rate_is_constant(agree, options):
    oracle = walk(torch.optim.SGD, nesterov=True, **options)
    against = "torch.optim.SGD(nesterov=True)"
    agree(
        "nesterov-momentum", walk(Nesterov, **options), oracle, 1e-12, against=against
    )


def two_copies(start, rates, mu):
    """Sutskever et al. (2013), equations 3 and 4; returns the look-ahead points."""
    theta, v, points = start, 0.0, []
    for rate in rates:
        v = mu * v - rate * slope(theta + mu * v)
        theta = theta + v
        points.append(theta + mu * v)
    return np.array(points)


def one_copy(optimizer_class, start, rates, mu, **options):
    def change(optimizer, step):
        optimizer.param_groups[0]["lr"] = rates[step]

    w = torch.tensor([start], dtype=torch.float64, requires_grad=True)
    optimizer = optimizer_class([w], lr=1.0, momentum=mu, **options)
    return courses.path(optimizer, courses.curved, len(rates), change=change)[:, 0]


some_rates = st.lists(st.floats(1e-3, 0.05), min_size=8, max_size=8)
starts, coefficients = st.floats(-1, 1), st.floats(0.1, 0.9)


@settings(deadline=None)
@given(starts, some_rates, coefficients)
def test_one_copy_is_two_copies_whatever_the_rates(start, rates, mu):
    gap = one_copy(Nesterov, start, rates, mu) - two_copies(start, rates, mu)
    assert np.abs(gap).max() < 1e-12


@settings(deadline=None)
@given(starts, st.floats(1e-3, 0.05), coefficients)
def test_torch_is_the_same_for_one_rate(start, rate, mu):
    theirs = one_copy(torch.optim.SGD, start, [rate] * 8, mu, nesterov=True)
    assert np.abs(one_copy(Nesterov, start, [rate] * 8, mu) - theirs).max() < 1e-12


def test_torch_is_another_when_the_rate_changes(agree):
    """After a change, torch's whole memory moves at the new rate, ours at the old."""
    rates, mu = [0.04] * 4 + [0.004] * 4, 0.9
    ours = one_copy(Nesterov, 0.5, rates, mu)
    theirs = one_copy(torch.optim.SGD, 0.5, rates, mu, nesterov=True)
    assert np.abs(ours - theirs)[:4].max() < 1e-15
    assert np.abs(ours - theirs)[4:].min() > 0.005
    oracle = two_copies(0.5, rates, mu)
    agree("nesterov-no-copy-form", ours, oracle, 1e-13, against="two copies (2013)")


# -- the page's equations -----------------------------------------------------------


@pytest.mark.equation("eq:look-ahead-point", "eq:nesterov-no-copy")
@pytest.mark.parametrize("fused", [None, False])
def test_is_what_the_page_prints(agree, equation, fused):
    symbols = {"w_{t-1}": "w", r"\mu": "mu", "m_t": "m", r"\eta": "lr", "g_t": "g"}
    printed = equation("eq:nesterov-no-copy", "w_t", symbols)
    symbols = {r"\theta_t": "theta", r"\mu": "mu", "m_t": "m"}
    point = equation("eq:look-ahead-point", "w_t", symbols)
    theta, v, mu, lr = np.linspace(-1, 1, 5), np.zeros(5), 0.8, 0.02
    w = torch.tensor(theta, requires_grad=True)
    optimizer = Nesterov([w], lr=lr, momentum=mu, fused=fused)
    for _ in range(8):
        before = w.detach().numpy().copy()
        g = slope(before)
        w.grad = torch.tensor(g)
        optimizer.step()
        v = mu * v - lr * slope(theta + mu * v)
        theta = theta + v
        unit, m = "nesterov-no-copy-form", optimizer.state[w]["m"].numpy()
        oracle = printed(w=before, mu=mu, m=m, lr=lr, g=g)
        agree(unit, w, oracle, 1e-14, against="printed equation (21.18)")
        oracle = point(theta=theta, mu=mu, m=v)
        agree(unit, w, oracle, 1e-13, against="printed equation (21.17)")


def parabola(sharpness, mu, steps):
    theta, m, path = 1.0, 0.0, [1.0]
    for _ in range(steps):
        theta, m = nesterov_look_ahead(lambda w: w, theta, m, sharpness, mu)
        path.append(theta)
    return np.array(path)


@pytest.mark.equation("eq:nesterov-recursion")
def test_recursion_on_a_parabola(agree, equation):
    symbols = {r"\mu": "mu", r"\eta": "lr", r"\lambda": "c", r"\theta_t": "now"}
    symbols |= {r"\theta_{t-1}": "past"}
    printed = equation("eq:nesterov-recursion", r"\theta_{t+1}", symbols)
    path = parabola(0.3, 0.7, 30)
    oracle = printed(mu=0.7, lr=0.1, c=3.0, now=path[1:-1], past=path[:-2])
    against = "printed equation (21.15)"
    agree("nesterov-momentum", path[2:], oracle, 1e-14, against=against)


@pytest.mark.equation("eq:nesterov-limit", by="runs just below and above the limit")
@pytest.mark.parametrize("mu", [0.0, 0.5, 0.9])
def test_limit_of_the_rate(mu):
    limit = 2 * (1 + mu) / (1 + 2 * mu)
    assert abs(parabola(0.98 * limit, mu, 3000)[-1]) < 1e-3
    assert abs(parabola(1.02 * limit, mu, 3000)[-1]) > 1e3


@pytest.mark.parametrize("sharpness", [0.05, 0.3, 0.6, 0.9])
def test_steep_directions_are_damped(agree, sharpness):
    """Two steps of the recursion shrink areas by mu (1 - s), so one by its root."""
    path = parabola(sharpness, 0.9, 40)
    area = path[2:-1] ** 2 - path[1:-2] * path[3:]
    ours = (area[1:] / area[:-1]).mean() ** 0.5
    oracle = (0.9 * (1 - sharpness)) ** 0.5
    agree("nesterov-momentum", ours, oracle, 1e-9, against="closed form")


def test_the_movement_is_made_before_it_is_corrected():
    """Note B: a bad movement is not allowed. It is made, and the gradient answers."""
    theta, m = nesterov_look_ahead(lambda w: 0 * w, 0.0, 2.0, lr=0.1, momentum=0.5)
    assert (theta, m) == (1.0, 1.0)


@pytest.mark.parametrize("kappa", [10.0, 100.0, 1000.0])
def test_best_factor_on_quadratics(kappa):
    """Lessard et al. (2016), Proposition 1: behind the heavy ball, ahead of descent."""
    root = (3 * kappa + 1) ** 0.5
    lr, mu, s = 4 / (3 * kappa + 1), (root - 2) / (root + 2), np.geomspace(1, kappa, 99)
    half = (1 + mu) * (1 - lr * s) / 2
    tail = np.sqrt(half.astype(complex) ** 2 - mu * (1 - lr * s))
    factor = np.maximum(abs(half + tail), abs(half - tail)).max()
    assert factor == pytest.approx(1 - 2 / root, abs=1e-6)
    assert (kappa**0.5 - 1) / (kappa**0.5 + 1) < factor < (kappa - 1) / (kappa + 1)
