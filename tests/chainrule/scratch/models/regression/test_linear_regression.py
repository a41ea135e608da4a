import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression

from chainrule.scratch.models.regression import (
    gradients,
    hessian,
    least_squares,
    predict,
)
from chainrule.scratch.nn import mse
from chainrule.scratch.optim import gradient_descent
from chainrule.scratch.preprocessing import design_matrix


def sample(n, d, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)), rng.normal(size=n), rng.normal(size=d), rng.normal()


@pytest.mark.equation("eq:linear-model")
@pytest.mark.parametrize(("n", "d"), [(1, 1), (7, 1), (5, 3)])
def test_predict(agree, equation, n, d):
    X, _, w, b = sample(n, d)
    symbols = {"b": "b", "d": "d", "w_j": "w[j]", "x_{nj}": "x[j]"}
    # x_1, x_2, … are columns, so that each n is predicted.
    printed = equation("eq:linear-model", "y_n", symbols)(b=b, d=d, w=w, x=X.T)
    y = predict(X, w, b)
    agree("linear-model", y, printed, 1e-14, against="printed equation (2.2)")
    layer = torch.nn.Linear(d, 1, dtype=torch.float64)
    layer.load_state_dict(
        {
            "weight": torch.tensor(w[None]),
            "bias": torch.tensor([b], dtype=torch.float64),
        }
    )
    oracle = layer(torch.tensor(X)).squeeze(-1)
    agree("linear-model", y, oracle, 1e-14, against="torch.nn.Linear")


@pytest.mark.equation("eq:line")
def test_predict_one_feature(agree, equation):
    X, _, w, b = sample(7, 1)
    line = equation("eq:line", "y", {"b": "b", "w": "w", "x": "x"})
    printed = line(b=b, w=w[0], x=X[:, 0])
    y = predict(X, w, b)
    agree("linear-model", y, printed, 1e-14, against="printed equation (2.1)")


@pytest.mark.equation("eq:objective", by="sklearn.linear_model.LinearRegression")
@pytest.mark.equation("eq:normal-equations", by="numpy.linalg.solve")
@pytest.mark.parametrize("columns", [[2], [2, 8], list(range(10))])
def test_least_squares_on_diabetes(agree, columns):
    data = load_diabetes(scaled=False)
    X, t = data.data[:, columns], data.target
    w, b = least_squares(X, t)
    oracle = LinearRegression().fit(X, t)
    against = "sklearn.linear_model.LinearRegression"
    agree("error-surface", w, oracle.coef_, 1e-10, against=against)
    agree("error-surface", b, oracle.intercept_, 1e-10, against=against)
    # The normal equations: the error is orthogonal to every column of A.
    A = design_matrix(X)
    theta = np.linalg.solve(A.T @ A, A.T @ t)
    agree("error-surface", [b, *w], theta, 1e-8, against="numpy.linalg.solve")


@pytest.mark.equation("eq:closed-form")
def test_closed_form_of_one_feature(agree, equation):
    X, t, _, _ = sample(9, 1)
    x = X[:, 0]
    means = {r"\bar x": "x_mean", r"\bar t": "t_mean"}
    symbols = {"x_n": "x[n]", "t_n": "t[n]", r"\sum_n": "N"} | means
    slope = equation("eq:closed-form", "w^*", symbols)
    intercept = equation("eq:closed-form", "b^*", {"w^*": "w"} | means)
    mean = {"x_mean": x.mean(), "t_mean": t.mean()}
    best = slope(N=9, x=x, t=t, **mean)
    line = [best, intercept(w=best, **mean)]
    w, b = least_squares(X, t)
    agree("error-surface", [w[0], b], line, 1e-14, against="printed equation (2.8)")


def test_minimum_of_the_grid_lies_at_the_closed_form():
    X, t = np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 2.0, 6.0])
    ws, bs = np.linspace(-1, 6, 71), np.linspace(-3, 4, 71)
    grid = np.array([[mse(predict(X, np.array([w]), b), t) for w in ws] for b in bs])
    row, column = np.unravel_index(grid.argmin(), grid.shape)
    w, b = least_squares(X, t)
    assert (ws[column], bs[row]) == pytest.approx((w[0], b))
    assert (w[0], b) == pytest.approx((2.5, 0.5))


@pytest.mark.equation("eq:gradient-w", "eq:gradient-b")
@pytest.mark.equation("eq:linear-gradient", by="2/N Aᵀ(Aθ − t)")
@pytest.mark.parametrize(("n", "d"), [(3, 1), (10, 4), (1, 2)])
def test_gradients(agree, equation, n, d):
    X, t, w, b = sample(n, d)
    grad_w, grad_b = gradients(X, t, w, b)
    unit = "linear-regression-gradients"
    values = {"N": n, "y": predict(X, w, b), "t": t}
    symbols = {"N": "N", "y_n": "y[n]", "t_n": "t[n]"}
    by_w = r"\frac{\partial L}{\partial w}"
    by_b = r"\frac{\partial L}{\partial b}"
    # With many features x_n is a row, which gives the derivative by each weight.
    printed = equation("eq:gradient-w", by_w, symbols | {"x_n": "x[n]"})(**values, x=X)
    agree(unit, grad_w, printed, 1e-13, against="printed equation (2.5)")
    printed = equation("eq:gradient-b", by_b, symbols)(**values)
    agree(unit, grad_b, printed, 1e-13, against="printed equation (2.6)")
    A, theta = design_matrix(X), np.array([b, *w])
    vector = 2 / n * A.T @ (A @ theta - t)
    agree(unit, [grad_b, *grad_w], vector, 1e-12, against="2/N Aᵀ(Aθ − t)")
    leaf_w = torch.tensor(w, requires_grad=True)
    leaf_b = torch.tensor(b, dtype=torch.float64, requires_grad=True)
    y = torch.tensor(X) @ leaf_w + leaf_b
    ((y - torch.tensor(t)) ** 2).mean().backward()
    agree(unit, grad_w, leaf_w.grad, 1e-13, against="torch.autograd")
    agree(unit, grad_b, leaf_b.grad, 1e-13, against="torch.autograd")
    # A complex step has no cancellation: exact to rounding.
    h = 1e-30
    step = [((predict(X, w + 1j * h * e, b) - t) ** 2).mean() for e in np.eye(d)]
    agree(unit, grad_w, np.imag(step) / h, 1e-13, against="complex step")
    step_b = ((predict(X, w, b + 1j * h) - t) ** 2).mean()
    agree(unit, grad_b, np.imag(step_b) / h, 1e-13, against="complex step")


def test_the_note_forgets_the_factor_of_b():
    """Note D prints the derivative by b as a second one by w, without the -1."""
    X, t, w, b = sample(10, 1)
    printed = np.sum(2 * (t - predict(X, w, b)))
    h = 1e-6
    up, down = (np.sum((t - predict(X, w, b + s)) ** 2) for s in (h, -h))
    assert (up - down) / (2 * h) == pytest.approx(-printed)
    assert abs(printed) > 0.1


def test_both_derivatives_belong_at_the_pair():
    """Note A fixes only w in dL/dw: at one w the slope still depends on b."""
    X, t = np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 2.0, 6.0])
    at_1 = [gradients(X, t, np.array([1.0]), b)[0][0] for b in (0.0, 5.0)]
    assert at_1 == pytest.approx([-6.0, 4.0])


@pytest.mark.equation("eq:hessian", by="torch.autograd")
@pytest.mark.equation("eq:convexity", by="2/N |Az|²")
@pytest.mark.parametrize(("n", "d"), [(2, 3), (10, 1), (8, 4)])
def test_hessian(agree, n, d):
    X, t, w, b = sample(n, d)

    def loss(theta):
        y = torch.tensor(X) @ theta[1:] + theta[0]
        return ((y - torch.tensor(t)) ** 2).mean()

    theta = torch.tensor(np.array([b, *w]))
    oracle = torch.autograd.functional.hessian(loss, theta)
    unit = "linear-regression-convexity"
    agree(unit, hessian(X), oracle, 1e-13, against="torch.autograd")
    z = np.random.default_rng(5).normal(size=d + 1)
    A = design_matrix(X)
    norm = 2 / n * np.linalg.norm(A @ z) ** 2
    agree(unit, z @ hessian(X) @ z, norm, 1e-13, against="2/N |Az|²")


@given(st.integers(1, 12), st.integers(1, 4), st.integers(0, 10**6))
def test_eigenvalues_are_never_negative(n, d, seed):
    X = sample(n, d, seed)[0]
    assert np.linalg.eigvalsh(hessian(X)).min() >= -1e-12


@pytest.mark.equation("eq:limit", by="descent at 0.99 and 1.01 of the limit")
@pytest.mark.parametrize("seed", range(5))
def test_diverges_exactly_above_the_limit(seed):
    X, t, _, _ = sample(12, 2, seed)

    def grad(theta):
        grad_w, grad_b = gradients(X, t, theta[1:], theta[0])
        return np.array([grad_b, *grad_w])

    limit = 2 / np.linalg.eigvalsh(hessian(X))[-1]
    w, b = least_squares(X, t)
    start = np.array([b, *w]) + 1

    def distance(lr):
        path = gradient_descent(grad, start, lr, 2000)
        return np.linalg.norm(path[-1] - [b, *w])

    assert distance(0.99 * limit) < 1e-3
    assert distance(1.01 * limit) > 1e6


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_what_adds_up_is_float64_and_a_prediction_follows(dtype):
    X, t, _, _ = (np.asarray(v, dtype) for v in sample(5, 2))
    w, b = least_squares(X, t)
    grad_w, grad_b = gradients(X, t, w, b)
    for value in (w, b, grad_w, grad_b, hessian(X)):
        assert np.asarray(value).dtype == np.float64
    assert predict(X, w.astype(dtype), dtype(b)).dtype == dtype


def test_of_many_minima_the_shortest():
    X = np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]])  # two equal features
    w, b = least_squares(X, np.array([1.0, 2.0, 3.0]))
    assert [b, *w] == pytest.approx([0, 0.5, 0.5])


@pytest.mark.parametrize(
    ("X", "t", "message"),
    [
        (np.zeros((3,)), np.zeros(3), r"X must be \(N, d\), neither 0, got \(3,\)"),
        (np.zeros((0, 2)), np.zeros(0), r"got \(0, 2\)"),
        (np.zeros((3, 2)), np.zeros((3, 1)), r"t must be \(3,\), got \(3, 1\)"),
        (np.full((3, 2), np.nan), np.zeros(3), "X contains NaN or inf"),
        (np.zeros((3, 2)), np.array([0, np.inf, 0]), "t contains NaN or inf"),
    ],
)
def test_refuses_nonsense(X, t, message):
    with pytest.raises(ValueError, match=message):
        least_squares(X, t)
