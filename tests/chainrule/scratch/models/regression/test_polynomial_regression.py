import numpy as np
import pytest
from helpers.conditioning import least_squares_gap
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import LinearRegression

from chainrule.data import cp_pairs
from chainrule.scratch.models import NotFittedError, PolynomialRegression
from chainrule.scratch.models.regression import gradients, hessian, least_squares
from chainrule.scratch.optim import gradient_descent
from chainrule.scratch.preprocessing import powers

UNIT = "polynomial-regression"


def sample(n=20, seed=0):
    rng = np.random.default_rng(seed)
    return rng.uniform(-1, 1, (n, 1)), rng.normal(size=n)


@pytest.mark.equation("eq:polynomial")
@pytest.mark.parametrize("degree", [1, 3, 6])
def test_predict(agree, equation, degree):
    X, t = sample()
    model = PolynomialRegression(degree).fit(X, t)
    symbols = {"b": "b", "m": "m", "w_j": "w[j]", "x": "x"}
    printed = equation("eq:polynomial", "y", symbols)
    oracle = printed(b=model.b_, m=degree, w=model.w_, x=X[:, 0])
    y = model.predict(X)
    agree(UNIT, y, oracle, 1e-13, against="printed equation (5.3)")
    oracle = np.polynomial.polynomial.polyval(X[:, 0], [model.b_, *model.w_])
    agree(UNIT, y, oracle, 1e-15, against="numpy.polynomial.polynomial.polyval")


@pytest.mark.parametrize("degree", [0, 1, 2, 5, 8])
def test_fit(agree, degree):
    X, t = sample()
    model = PolynomialRegression(degree).fit(X, t)
    ours = [model.b_, *model.w_]
    numpys = np.polynomial.Polynomial.fit(X[:, 0], t, degree).convert().coef
    against = "numpy.polynomial.Polynomial.fit"  # in another basis
    gap = least_squares_gap(np.vander(X[:, 0], degree + 1, increasing=True), t)
    agree(UNIT, ours, numpys, 1e-14, atol=gap, against=against)
    if degree:
        oracle = LinearRegression().fit(powers(X[:, 0], degree), t)
        theirs = [oracle.intercept_, *oracle.coef_]
        against = "sklearn.linear_model.LinearRegression"
        agree(UNIT, ours, theirs, 1e-14, atol=gap, against=against)


@pytest.mark.parametrize("degree", range(1, 6))
def test_fit_of_the_ten_pairs(agree, degree):
    X, t = cp_pairs()
    model = PolynomialRegression(degree).fit(X, t)
    oracle = np.polynomial.Polynomial.fit(X[:, 0], t, degree)
    against = "numpy.polynomial.Polynomial.fit"
    agree(UNIT, model.predict(X), oracle(X[:, 0]), 1e-12, against=against)
    ratio = np.array([model.b_, *model.w_]) / oracle.convert().coef
    agree(UNIT, ratio, np.ones(degree + 1), 1e-10, against=against)


def test_descent_reaches_the_same_parabola(agree):
    X, t = cp_pairs()
    x = X[:, 0]
    Z = powers((x - x.mean()) / x.std(), 2)
    smallest, largest = np.linalg.eigvalsh(hessian(Z))[[0, -1]]

    def grad(theta):
        grad_w, grad_b = gradients(Z, t, theta[1:], theta[0])
        return np.array([grad_b, *grad_w])

    path = gradient_descent(grad, np.zeros(3), 2 / (smallest + largest), 400)
    y = path[-1][0] + Z @ path[-1][1:]
    model = PolynomialRegression(2).fit(X, t)
    agree(UNIT, model.predict(X), y, 1e-13, against="gradient descent")


def test_raw_powers_are_out_of_reach_of_descent():
    X, _ = cp_pairs()
    x = X[:, 0]
    raw, z = powers(x, 2), powers((x - x.mean()) / x.std(), 2)
    assert 1e11 < np.linalg.cond(hessian(raw)) < 2e11
    assert 8 < np.linalg.cond(hessian(z)) < 9


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 6), st.integers(8, 25))
def test_training_loss_never_rises_with_the_degree(seed, degree, n):
    X, t = sample(n, seed)
    if len(np.unique(X)) <= degree + 1:
        return
    losses = [
        np.sum((PolynomialRegression(m).fit(X, t).predict(X) - t) ** 2)
        for m in (degree, degree + 1)
    ]
    assert losses[1] <= losses[0] * (1 + 1e-9) + 1e-12


def test_only_the_loss_that_is_minimized_is_bound_to_fall():
    """Note D: a more complex model does better on the training data."""
    X, t = cp_pairs()
    errors = [
        PolynomialRegression(degree).fit(X, t).predict(X) - t for degree in range(1, 10)
    ]
    squares = [np.sum(e**2) for e in errors]
    absolute = [np.abs(e).mean() for e in errors]
    assert (np.diff(squares) < 0).all()
    assert absolute[3] > absolute[2] + 1  # degree 4 above degree 3
    # Sets that are not nested: x² alone misses what x alone can do.
    x, line = np.linspace(-1, 1, 9)[:, None], np.linspace(-1, 1, 9)
    w, b = least_squares(x**2, line)
    assert np.sum((x[:, 0] ** 2 * w + b - line) ** 2) > 1
    # Overfitting is of the training data: the other pairs show it.
    rest = np.arange(10) != 9
    far = [
        abs(PolynomialRegression(m).fit(X[rest], t[rest]).predict(X[9:])[0] - t[9])
        for m in (2, 5)
    ]
    assert far[1] > 100 * far[0]


def test_leave_one_out_without_fitting_again(agree):
    X, t = cp_pairs()
    for degree in range(1, 6):
        A = np.column_stack([np.ones(10), powers(X[:, 0] / 606, degree)])
        Q, _ = np.linalg.qr(A)
        short = (Q @ (Q.T @ t) - t) / (1 - np.sum(Q**2, axis=1))
        long = []
        for n in range(10):
            rest = np.arange(10) != n
            model = PolynomialRegression(degree).fit(X[rest], t[rest])
            long.append(model.predict(X[[n]])[0] - t[n])
        unit = "complexity-vs-overfitting"
        agree(unit, short / long, np.ones(10), 1e-8, against="ten fits")


def test_as_many_parameters_as_samples_meet_every_point():
    X, t = cp_pairs()
    model = PolynomialRegression(9).fit(X, t)
    np.testing.assert_allclose(model.predict(X), t, atol=0.01)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_adds_up_in_float64(dtype):
    X, t = (a.astype(dtype) for a in sample())
    model = PolynomialRegression(3).fit(X, t)
    assert model.w_.dtype == model.predict(X).dtype == np.float64


@pytest.mark.parametrize(
    ("degree", "X", "y", "message"),
    [
        (-1, np.ones((3, 1)), np.ones(3), "degree must be 0, 1, 2, …, got -1"),
        (1.5, np.ones((3, 1)), np.ones(3), "got 1.5"),
        (1, np.ones((3, 1)), np.ones(3), "degree 1 needs more than 1 different x, got"),
        (3, np.arange(3.0)[:, None], np.ones(3), "needs more than 3"),
        (1, np.ones((3, 2)), np.ones(3), r"X must be \(N, 1\)"),
        (1, np.ones(3), np.ones(3), r"got \(3,\)"),
        (1, np.ones((0, 1)), np.ones(0), r"got \(0, 1\)"),
        (1, np.arange(3.0)[:, None], np.ones((3, 1)), r"y must be \(3,\)"),
        (1, np.array([[1], [np.nan]]), np.ones(2), "NaN"),
        (1, np.arange(2.0)[:, None], np.array([1, np.inf]), "inf"),
    ],
)
def test_refuses_nonsense(degree, X, y, message):
    with pytest.raises(ValueError, match=message):
        PolynomialRegression(degree).fit(X, y)


def test_refuses_before_fit_and_other_shapes():
    with pytest.raises(NotFittedError, match="PolynomialRegression is not fitted"):
        PolynomialRegression().predict(np.ones((2, 1)))
    model = PolynomialRegression(1).fit(*sample())
    with pytest.raises(ValueError, match=r"X must be \(N, 1\)"):
        model.predict(np.ones((2, 2)))


def test_zero_is_a_feature_value_like_any_other():
    model = PolynomialRegression(0).fit(np.zeros((3, 1)), np.array([1.0, 2, 6]))
    assert model.b_ == pytest.approx(3)
    assert model.w_.shape == (0,)


def test_large_features_do_not_overflow():
    X = np.linspace(1e30, 2e30, 20)[:, None]
    t = (X[:, 0] / 1e30) ** 5
    y = PolynomialRegression(5).fit(X, t).predict(X)
    np.testing.assert_allclose(y, t, rtol=1e-9)
