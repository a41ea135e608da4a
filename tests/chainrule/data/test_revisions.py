"""Chapter 1: what revising the function set does, and generalization."""

import numpy as np
import pytest

from chainrule.data import daily_views, look_back
from chainrule.scratch.models.regression import gradients, least_squares, predict
from chainrule.scratch.nn import mse
from chainrule.scratch.optim import gradient_descent

CASE, GAP = "youtube-views-forecast", "generalization"


@pytest.mark.equation("eq:week")
def test_seven_days(agree, equation):
    X, _ = look_back(daily_views(60), 7)
    w, b = np.random.default_rng(0).normal(size=7), 1.5
    symbols = {"b": "b", "w_j": "w[j]", "x_j": "x[j]"}
    printed = equation("eq:week", "y", symbols)(b=b, w=w, x=X.T)
    agree(CASE, predict(X, w, b), printed, 1e-13, against="printed equation (1.11)")


def test_recovers_the_weights_that_made_a_series(agree):
    """Where each day is a sum of the last seven, least squares finds the sum."""
    rng = np.random.default_rng(1)
    w, b = rng.normal(size=7) / 10, 3.0
    series = [*rng.normal(size=7)]
    for _ in range(200):
        series.append(b + w @ series[:-8:-1])
    # Without noise the series settles; each of its first days still counts.
    X, t = look_back(np.array(series[:40]), 7)
    found, intercept = least_squares(X, t)
    agree(CASE, [intercept, *found], [b, *w], 1e-12, against="the series' weights")


def rounds(seed):
    X, t = look_back(daily_views(7 + 3 * 365, seed), 7)
    calendar = np.eye(7)[np.arange(len(t)) % 7]
    return X, t, (X[:, :1], X, np.hstack([X[:, :1], calendar])), calendar


def test_each_revision_helps_on_unseen_days_in_every_series():
    seen = 2 * 365
    for seed in range(10):
        X, t, sets, _ = rounds(seed)
        unseen = [
            mse(predict(F, *least_squares(F[:seen], t[:seen]))[seen:], t[seen:])
            for F in sets
        ]
        assert unseen[0] > unseen[1] > unseen[2]
        same = mse(X[seen:, 6], t[seen:])
        assert unseen[1] < same < mse(np.full(365, t[:seen].mean()), t[seen:])
        assert same < unseen[0]  # even copying last week beats the line


def test_no_other_parameters_do_what_another_function_set_does():
    """Note B's last step revises “the parameters”: they are the best already."""
    X, t, sets, _ = rounds(0)
    w, b = least_squares(sets[0], t)
    slopes = gradients(sets[0], t, w, b)
    assert np.abs(np.hstack(slopes)).max() < 1e-10
    best = mse(predict(sets[0], w, b), t)
    rng = np.random.default_rng(0)
    for change in rng.normal(size=(200, 2)) / 10:
        assert mse(predict(sets[0], w + change[0], b + change[1]), t) > best
    assert mse(predict(X, *least_squares(X, t)), t) < 0.7 * best


def test_what_the_figure_shows_of_an_unseen_year():
    _, t, sets, calendar = rounds(0)
    seen, largest = 2 * 365, []
    for F in sets:
        error = (predict(F, *least_squares(F[:seen], t[:seen])) - t)[seen:]
        means = calendar[seen:].T @ error / calendar[seen:].sum(axis=0)
        largest.append(np.abs(means).max())
    assert largest == pytest.approx([1.0, 0.3, 0.1], abs=0.06)


def test_a_weekday_feature_leaves_no_mean_error_on_any_weekday(agree):
    _, t, sets, calendar = rounds(3)
    error = predict(sets[2], *least_squares(sets[2], t)) - t
    zero, against = np.zeros(7), "normal equations"  # sums of a hundred days
    agree(CASE, calendar.T @ error, zero, 0, atol=2e-12, against=against)


def fits(seen, seed, days):
    views = daily_views(56 + seen + 365, seed)[56 - days :]
    X, t = look_back(views, days)
    y = predict(X, *least_squares(X[:seen], t[:seen]))
    return mse(y[:seen], t[:seen]), mse(y[seen:], t[seen:])


def test_more_features_never_raise_the_training_loss():
    """So descent on the training data would always take the most days."""
    for seed in range(10):
        train = [fits(100, seed, days)[0] for days in (1, 7, 28, 56)]
        assert train == sorted(train, reverse=True)


def test_few_days_many_weights():
    days = 1, 7, 28, 56
    losses = np.array([[fits(100, s, d) for d in days] for s in range(20)])
    seen, unseen = losses[..., 0], losses[..., 1]
    assert (unseen[:, 3] > 1.5 * seen[:, 3]).all()
    assert (unseen[:, 3] > unseen[:, 1]).sum() == 20
    assert (unseen.argmin(axis=1) == 1).sum() == 15
    more = np.array([[fits(1000, s, d)[1] for d in (7, 56)] for s in range(20)])
    assert (more[:, 1] < more[:, 0]).sum() == 20


@pytest.mark.equation("eq:expected-loss", by="a series of 100,000 days")
def test_an_unseen_year_estimates_the_expected_loss(agree):
    X, t = look_back(daily_views(101), 1)
    w, b = least_squares(X, t)
    X, t = look_back(daily_views(100_000, seed=99), 1)
    expected = mse(predict(X, w, b), t)
    years = [look_back(daily_views(366, seed), 1) for seed in range(100, 300)]
    estimates = [mse(predict(X, w, b), t) for X, t in years]
    agree(GAP, np.mean(estimates), expected, 0.01, against="a series of 100,000 days")
    assert 0.02 < np.std(estimates) < 0.08  # one year alone is a noisy witness


def test_rate_and_momentum_do_not_change_what_can_be_fitted(agree):
    """Note C: hyperparameters usually determine the capacity. These do not."""
    X, t = look_back(daily_views(400), 7)
    X = (X - X.mean(axis=0)) / X.std(axis=0)

    def slope(theta):
        w, b = gradients(X, t, theta[1:], theta[0])
        return np.array([b, *w])

    w, b = least_squares(X, t)
    for lr in (0.05, 0.2):
        theta = gradient_descent(slope, np.zeros(8), lr, 2000)[-1]
        agree("hyperparameters", theta, [b, *w], 1e-12, against="least squares")
    m = theta = np.zeros(8)
    for _ in range(2000):
        m = 0.8 * m - 0.05 * slope(theta)
        theta = theta + m
    agree("hyperparameters", theta, [b, *w], 1e-12, against="least squares")
