import numpy as np
import pytest
from helpers.courses import keeps_float32
from hypothesis import given, settings
from hypothesis import strategies as st

from chainrule.scratch.optim import nesterov, nesterov_look_ahead, nesterov_no_copy


def slope(w):
    return w + np.sin(3 * w)


def gaps(rates, mus, start=0.7):
    """From the look-ahead point: of the exact form, and of the one with one mu.

    With them, after each step, (mu_{t+1} - mu_t) m_t as the page says.
    """
    theta = exact = single = start
    m = m_exact = m_single = 0.0
    found = []
    for lr, mu, ahead in zip(rates, mus, [*mus[1:], mus[-1]], strict=True):
        theta, m = nesterov_look_ahead(slope, theta, m, lr, mu)
        exact, m_exact = nesterov_no_copy(exact, slope(exact), m_exact, lr, mu, ahead)
        single, m_single = nesterov(single, slope(single), m_single, lr, mu)
        point = theta + ahead * m
        found.append((point - exact, point - single, (ahead - mu) * m))
    return np.array(found).T


numbers = st.lists(st.floats(0.0, 0.1), min_size=12, max_size=12)
coefficients = st.lists(st.floats(0.0, 0.99), min_size=12, max_size=12)


@settings(deadline=None)
@given(numbers, coefficients)
def test_is_the_look_ahead_whatever_changes(rates, mus):
    exact, _, _ = gaps(rates, mus)
    assert np.abs(exact).max() < 1e-11


@settings(deadline=None)
@given(numbers, st.floats(0.0, 0.99))
def test_one_coefficient_is_enough_while_it_is_constant(rates, mu):
    _, single, _ = gaps(rates, [mu] * 12)
    assert np.abs(single).max() < 1e-11


@settings(deadline=None)
@given(
    st.floats(0.01, 0.1), st.floats(0.0, 0.99), st.floats(0.0, 0.99), st.integers(1, 8)
)
def test_the_form_with_one_coefficient_is_off_by_the_change(lr, mu, later, change):
    """Up to the change it is exact; then by (mu_{t+1} - mu_t) m_t, no more, no less."""
    _, single, missing = gaps([lr] * 12, [mu] * change + [later] * (12 - change))
    assert np.abs(single[: change - 1]).max(initial=0.0) < 1e-12
    assert abs(single[change - 1] - missing[change - 1]) < 1e-12


@pytest.mark.equation("eq:nesterov-varying")
def test_is_what_the_page_prints(agree, equation):
    symbols = {"w_{t-1}": "w", r"\mu_{t+1}": "mu", "m_t": "m", r"\eta_t": "lr"}
    printed = equation("eq:nesterov-varying", "w_t", symbols | {"g_t": "g"})
    rng = np.random.default_rng(0)
    w, g, m = rng.normal(size=(3, 6))
    ours, moved = nesterov_no_copy(w, g, m, lr=0.3, momentum=0.6, next_momentum=0.8)
    assert np.allclose(moved, 0.6 * m - 0.3 * g, rtol=0, atol=1e-15)
    oracle = printed(w=w, mu=0.8, m=moved, lr=0.3, g=g)
    against = "printed equation (21.19)"
    agree("nesterov-no-copy-form", ours, oracle, 1e-15, against=against)


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(nesterov_no_copy, 3)
