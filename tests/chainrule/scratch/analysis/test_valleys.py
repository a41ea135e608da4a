"""The curve with two valleys: its formula, and where descent on it stops."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.polynomial import Polynomial

from chainrule.scratch.analysis import valleys, valleys_slope
from chainrule.scratch.optim import gradient_descent

UNIT = "local-vs-global-minimum"
W = np.linspace(-2.4, 1.4, 77)


@pytest.mark.equation("eq:valleys")
def test_loss_is_the_printed_polynomial(agree, equation):
    q = equation("eq:valleys", "q(w)", {"w": "w"})(w=W)
    loss = equation("eq:valleys", "L(w)", {"w": "w", "q(w)": "q"})
    printed = loss(w=W, q=q)
    agree(UNIT, valleys(W), printed, 1e-14, against="printed equation (1.8)")


@pytest.mark.equation("eq:valleys-slope")
def test_slope(agree, equation):
    lhs = r"\frac{\mathrm dL}{\mathrm dw}"
    printed = equation("eq:valleys-slope", lhs, {"w": "w"})(w=W)
    agree(UNIT, valleys_slope(W), printed, 1e-14, against="printed equation (1.9)")
    exact = Polynomial([59, 0, -60, -60, 15, 36, 10]).deriv()(W) / 60
    agree(UNIT, valleys_slope(W), exact, 1e-13, against="numpy.polynomial")
    h = 1e-30
    step = valleys(W + 1j * h).imag / h
    agree(UNIT, valleys_slope(W), step, 1e-13, against="complex step")
    w = torch.tensor(W, requires_grad=True)
    loss = (10 * w**6 + 36 * w**5 + 15 * w**4 - 60 * w**3 - 60 * w**2 + 59) / 60
    loss.sum().backward()
    agree(UNIT, valleys_slope(W), w.grad, 1e-13, against="torch.autograd")


def test_heights():
    heights = [valleys(w) * 60 for w in (-2, -1, 0, 1)]
    assert heights == pytest.approx([27, 48, 59, 0], abs=1e-12)
    grid = np.linspace(-4, 3, 70001)
    assert grid[valleys(grid).argmin()] == pytest.approx(1)


@pytest.mark.equation("eq:local-minimum", by="a neighbourhood, sampled")
@pytest.mark.parametrize(
    ("w", "minimum"), [(-2, True), (-1, False), (0, False), (1, True), (0.5, False)]
)
def test_what_is_a_local_minimum(w, minimum):
    near = w + np.linspace(-0.05, 0.05, 101)
    assert (valleys(w) <= valleys(near) + 1e-15).all() == minimum


def test_the_global_minimum_is_a_local_one():
    """Notes A and B name it among the dangers; it is what is looked for."""
    near = 1 + np.linspace(-0.5, 0.5, 1001)
    assert (valleys(1) <= valleys(near)).all()
    end = gradient_descent(valleys_slope, 0.3, 0.1, 500)[-1]
    assert end == pytest.approx(1, abs=1e-12)


def end(start, lr=0.1, steps=3000):
    return gradient_descent(valleys_slope, start, lr, steps)[-1]


@settings(max_examples=30, deadline=None)
@given(st.floats(-2.3, 1.3).filter(lambda w: min(abs(w), abs(w + 1)) > 0.01))
def test_the_start_decides_where_a_small_rate_ends(start):
    place = 1 if start > 0 else -2 if start < -1 else -1
    assert end(start) == pytest.approx(place, abs=2e-3)


@pytest.mark.parametrize("w", [-2.0, -1.0, 0.0, 1.0])
def test_zero_slope_stops_descent_whatever_the_point_is(w):
    assert end(w) == w


def test_on_the_plateau_descent_crawls(agree):
    """Near -1 the slope is 2 d², so d falls like 1 / (2 η k), never below 0."""
    for steps in (1000, 10_000):
        d = end(-0.5, 0.1, steps) + 1
        agree(UNIT, d * 2 * 0.1 * steps, 1, 3e-3, against="1 / 2ηk")


def test_a_large_rate_chooses_the_valley(agree):
    """L'' is 12 at the good minimum and 6 at the poor one: limits 1/6 and 1/3."""
    slopes = Polynomial([59, 0, -60, -60, 15, 36, 10]).deriv(2)([1, -2]) / 60
    agree(UNIT, slopes, [12, 6], 1e-12, against="closed form")
    near = 1 + 1e-6
    assert abs(end(near, 0.16) - 1) < 1e-6 < abs(end(near, 0.17) - 1)
    assert end(-1.9, 0.32) == pytest.approx(-2)
    assert end(0.5, 0.3) == pytest.approx(-1, abs=1e-3)  # over the top
