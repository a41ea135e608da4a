"""Chapter 1: the three steps, the revisions and the gap, on daily views."""

import numpy as np
import pytest
from sklearn.linear_model import LinearRegression

from chainrule.data import daily_views, look_back
from chainrule.scratch.models.regression import gradients, predict
from chainrule.scratch.nn import mse, zero_one
from chainrule.scratch.optim import gradient_descent

STEPS = "three-step-framework"


def yesterday(days=100, seed=0):
    return look_back(daily_views(days + 1, seed), 1)


@pytest.mark.equation("eq:yesterday")
def test_the_function_set(agree, equation):
    X, _ = yesterday()
    symbols = {"b": "b", "w": "w", "x": "x"}
    line = equation("eq:yesterday", r"f_\theta(x)", symbols)
    y = predict(X, np.array([0.3]), 3.5)
    printed = line(b=3.5, w=0.3, x=X[:, 0])
    agree(STEPS, y, printed, 1e-14, against="printed equation (1.3)")


@pytest.mark.equation("eq:forecast-loss")
def test_the_loss(agree, equation):
    X, t = yesterday()
    y = predict(X, np.array([0.3]), 3.5)
    symbols = {"N": "N", r"f_\theta(x_n)": "y[n]", "t_n": "t[n]"}
    printed = equation("eq:forecast-loss", r"L(\theta)", symbols)(N=100, y=y, t=t)
    agree(STEPS, mse(y, t), printed, 1e-14, against="printed equation (1.4)")


def test_three_days_by_hand():
    X, t = yesterday()
    x, t = X[:3, 0].round(1), t[:3].round(1)
    assert [*x, t[-1]] == [6.0, 5.8, 6.4, 4.7]
    assert mse(np.full(3, 5.0), t) == pytest.approx((0.64 + 1.96 + 0.09) / 3)
    assert mse(x, t) == pytest.approx((0.04 + 0.36 + 2.89) / 3)


def loss(theta):
    X, t = yesterday()
    return mse(theta[0] + theta[1] * X[:, 0], t)


def nudged(theta, h=1e-4):
    nudges = h * np.eye(2)
    return np.array([loss(theta + e) - loss(theta - e) for e in nudges]) / (2 * h)


@pytest.mark.equation("eq:nudge")
@pytest.mark.parametrize("theta", [(0.0, 0.0), (3.5, 0.3), (-2.0, 4.0)])
def test_nudging_gives_the_slope(agree, equation, theta):
    """Exact but for rounding: the loss is a parabola in each parameter."""
    X, t = yesterday()
    w, b = gradients(X, t, np.array(theta[1:]), theta[0])
    oracle = "chainrule's gradients"
    agree(STEPS, nudged(np.array(theta)), [b, *w], 1e-10, against=oracle)
    symbols = {r"L(\theta + h)": "up", r"L(\theta - h)": "down", "h": "h"}
    slope = equation("eq:nudge", "g", symbols)
    up, down = (loss([theta[0], theta[1] + h]) for h in (1e-4, -1e-4))
    printed = slope(up=up, down=down, h=1e-4)
    agree(STEPS, w[0], printed, 1e-10, against="printed equation (1.6)")


@pytest.mark.equation("eq:small-step")
def test_one_step(agree, equation):
    symbols = {r"\theta_{k-1}": "theta", r"\eta": "lr", "g_{k-1}": "g"}
    step = equation("eq:small-step", r"\theta_k", symbols)
    theta = np.array([1.0, 0.5])
    printed = step(theta=theta, lr=0.03, g=nudged(theta))
    ours = gradient_descent(nudged, theta, 0.03, 1)[-1]
    agree(STEPS, ours, printed, 1e-14, against="printed equation (1.7)")


@pytest.mark.equation("eq:best-function", by="sklearn.linear_model.LinearRegression")
def test_the_best_function(agree):
    X, t = yesterday()

    def slope(theta):
        w, b = gradients(X, t, theta[1:], theta[0])
        return np.array([b, *w])

    theta = gradient_descent(slope, np.zeros(2), 0.03, 40_000)[-1]
    model = LinearRegression().fit(X, t)
    best = [model.intercept_, *model.coef_]
    agree(STEPS, theta, best, 1e-9, against="sklearn.linear_model.LinearRegression")


@pytest.mark.equation("eq:regression-task", by="a number for any input")
@pytest.mark.equation("eq:classification-task", by="one of K names for any input")
def test_naming_classes_anew_costs_a_regression_and_not_a_classifier():
    """What tells the tasks apart is not whether the answers are countable."""
    rng = np.random.default_rng(0)
    y, t = rng.integers(0, 4, (2, 1000))
    new = np.array([2, 0, 3, 1])
    assert zero_one(new[y], new[t]) == zero_one(y, t)
    assert abs(mse(new[y], new[t]) - mse(y, t)) > 0.1
    # Views are counts, a discrete set, and near misses are good forecasts.
    views = np.rint(1000 * daily_views(365))
    assert zero_one(views + 1, views) == 1
    assert mse(views + 1, views) == 1


def test_an_error_is_no_rate():
    """Note D speaks of the error rate on new data; a forecast has none."""
    X, t = yesterday()
    y = predict(X, np.zeros(1), 0.0)
    assert mse(y, t) > 20


def test_how_many_sentences_and_pictures():
    assert 20 * np.log10(50_000) == pytest.approx(93.98, abs=0.01)
    assert 64 * np.log10(2) == pytest.approx(19.27, abs=0.01)
