import numpy as np
import pytest
import torch
from sklearn.linear_model import LinearRegression
from sklearn.linear_model import Ridge as SklearnRidge

from chainrule.scratch.models import NotFittedError, Ridge
from chainrule.scratch.models.regression import predict, ridge_gradients
from chainrule.scratch.preprocessing import design_matrix

UNIT = "l2-regularized-regression"
ALPHAS = [1e-6, 0.1, 1.0, 30.0]


def sample(n=20, d=4, seed=0):
    rng = np.random.default_rng(seed)
    X = 2 + rng.normal(size=(n, d)) @ rng.normal(size=(d, d))
    return X, 5 + rng.normal(size=n)


def parameters(model):
    return [model.b_, *model.w_]


@pytest.mark.equation("eq:ridge-loss")
def test_loss(agree, equation):
    """The printed loss: its value, and its minimum by torch's Newton step."""
    X, t = sample()
    model = Ridge(3.0).fit(X, t)
    symbols = {"N": "N", "d": "d", "t_n": "t[n]", "b": "b", "w_j": "w[j]"}
    symbols |= {"x_{nj}": "x[n,j]", r"\lambda": "lam"}
    printed = equation("eq:ridge-loss", "L", symbols)

    def at(b, w):
        return printed(N=20, d=4, t=t, b=b, w=w, x=X, lam=3.0)

    value = np.sum((model.predict(X) - t) ** 2) + 3 * np.sum(model.w_**2)
    best = at(model.b_, model.w_)
    agree(UNIT, best, value, 1e-14, against="printed equation (5.9)")
    for step in np.vstack([np.eye(5), -np.eye(5)]) * 1e-3:
        assert at(model.b_ + step[0], model.w_ + step[1:]) > best


@pytest.mark.equation("eq:ridge-gradients")
@pytest.mark.parametrize("alpha", ALPHAS)
def test_gradients(agree, equation, alpha):
    X, t = sample()
    w, b = np.linspace(-1, 1, 4), 0.7
    grad_w, grad_b = ridge_gradients(X, t, w, b, alpha)
    symbols = {"N": "N", "y_n": "y[n]", "t_n": "t[n]"}
    values = {"N": 20, "y": predict(X, w, b), "t": t}
    name = r"\frac{\partial L}{\partial w_j}"
    more = {"x_{nj}": "x[n]", r"\lambda": "lam", "w_j": "w"}
    by_w = equation("eq:ridge-gradients", name, symbols | more)
    printed = by_w(**values, x=X, lam=alpha, w=w)
    agree(UNIT, grad_w, printed, 1e-14, against="printed equation (5.10)")
    name = r"\frac{\partial L}{\partial b}"
    printed = equation("eq:ridge-gradients", name, symbols)(**values)
    agree(UNIT, grad_b, printed, 1e-14, against="printed equation (5.10)")
    leaf_w = torch.tensor(w, requires_grad=True)
    leaf_b = torch.tensor(b, dtype=torch.float64, requires_grad=True)
    y = torch.tensor(X) @ leaf_w + leaf_b
    loss = ((y - torch.tensor(t)) ** 2).sum() + alpha * (leaf_w**2).sum()
    loss.backward()
    agree(UNIT, grad_w, leaf_w.grad, 1e-14, against="torch.autograd")
    agree(UNIT, grad_b, leaf_b.grad, 1e-14, against="torch.autograd")
    h = 1e-30

    def value(w, b):
        return np.sum((predict(X, w, b) - t) ** 2) + alpha * np.sum(w**2)

    step = [value(w + 1j * h * e, b) for e in np.eye(4)]
    agree(UNIT, grad_w, np.imag(step) / h, 1e-14, against="complex step")
    step = np.imag(value(w, b + 1j * h)) / h
    agree(UNIT, grad_b, step, 1e-14, against="complex step")


@pytest.mark.equation("eq:ridge-normal", by="numpy.linalg.solve")
@pytest.mark.equation("eq:augmented", by="numpy.linalg.lstsq")
@pytest.mark.parametrize("alpha", ALPHAS)
@pytest.mark.parametrize(("n", "d"), [(20, 4), (6, 6), (5, 1)])
def test_fit(agree, alpha, n, d):
    X, t = sample(n, d)
    ours = parameters(Ridge(alpha).fit(X, t))
    tol = 1e-13 if alpha >= 0.1 else 1e-9  # (6, 6) is ill-conditioned without
    oracle = SklearnRidge(alpha, solver="svd").fit(X, t)
    theirs = parameters_of_sklearn(oracle)
    agree(UNIT, ours, theirs, tol, against="sklearn.linear_model.Ridge")
    A, D = design_matrix(X), np.diag([0.0, *np.ones(d)])
    closed = np.linalg.solve(A.T @ A + alpha * D, A.T @ t)
    agree(UNIT, ours, closed, 100 * tol, against="numpy.linalg.solve")
    tall = np.vstack([X - X.mean(0), np.sqrt(alpha) * np.eye(d)])
    w = np.linalg.lstsq(tall, [*(t - t.mean()), *np.zeros(d)], rcond=None)[0]
    agree(UNIT, ours[1:], w, tol, against="augmented least squares")
    grad_w, grad_b = ridge_gradients(X, t, np.array(ours[1:]), ours[0], alpha)
    slope, zero = [grad_b, *grad_w], np.zeros(d + 1)
    agree(UNIT, slope, zero, 0, atol=5e-13, against="zero gradient")


def parameters_of_sklearn(model):
    return [model.intercept_, *model.coef_]


@pytest.mark.parametrize("alpha", ALPHAS)
def test_without_intercept(agree, alpha):
    X, t = sample()
    ours = Ridge(alpha, fit_intercept=False).fit(X, t)
    oracle = SklearnRidge(alpha, fit_intercept=False, solver="svd").fit(X, t)
    against = "sklearn.linear_model.Ridge"
    agree(UNIT, ours.w_, oracle.coef_, 1e-13, against=against)
    assert ours.b_ == 0


@pytest.mark.parametrize(("n", "d"), [(20, 4), (4, 9)])
def test_zero_is_least_squares_and_the_shortest(agree, n, d):
    X, t = sample(n, d)
    oracle = LinearRegression().fit(X, t)
    ours, against = Ridge(0).fit(X, t), "sklearn.linear_model.LinearRegression"
    theirs = parameters_of_sklearn(oracle)
    agree(UNIT, parameters(ours), theirs, 1e-13, against=against)
    near = Ridge(1e-9).fit(X, t)
    np.testing.assert_allclose(near.w_, ours.w_, atol=1e-6)


@pytest.mark.equation("eq:shrinkage")
def test_shrinkage(agree, equation):
    X, t = sample()
    _, s, Vt = np.linalg.svd(X - X.mean(0), full_matrices=False)
    model, free = Ridge(2.0).fit(X, t), Ridge(0).fit(X, t)
    printed = equation("eq:shrinkage", "f_i", {r"\sigma_i": "s", r"\lambda": "lam"})
    f = printed(s=s, lam=2.0)
    against = "printed equation (5.13)"
    agree(UNIT, model.shrinkage_, f, 1e-14, against=against)
    agree(UNIT, Vt @ model.w_, f * (Vt @ free.w_), 1e-14, against=against)
    assert (np.diff(model.shrinkage_) < 0).all()


def test_three_points_by_hand(agree):
    X, t = np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 2.0, 6.0])
    for alpha in (0, 0.5, 3, 8):
        w = 5 / (2 + alpha)
        ours = parameters(Ridge(alpha).fit(X, t))
        agree(UNIT, ours, [3 - w, w], 1e-14, against="by hand")


def test_a_free_bias_takes_up_a_shift():
    """Note C's penalty includes the bias: there a shift tilts the line."""
    X, t = np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 2.0, 6.0])
    free = [Ridge(1.0).fit(X, t + shift) for shift in (0, 100)]
    assert free[0].w_ == pytest.approx(free[1].w_)
    assert free[1].b_ - free[0].b_ == pytest.approx(100)
    paying = Ridge(1.0, fit_intercept=False)
    A = design_matrix(X)
    assert paying.fit(A, t).w_ == pytest.approx([12 / 15, 29 / 15])
    assert paying.fit(A, t + 100).w_[1] > 20


@pytest.mark.equation("eq:decay-strength")
def test_is_weight_decay_of_sgd(agree, equation):
    X, t = sample()
    printed = equation("eq:decay-strength", r"\lambda", {"N": "N", "r": "r"})
    alpha = printed(N=20, r=0.3)
    layer = torch.nn.Linear(4, 1, dtype=torch.float64)
    groups = [
        {"params": [layer.weight], "weight_decay": 0.3},
        {"params": [layer.bias], "weight_decay": 0.0},
    ]
    start = layer.weight.detach().numpy()[0].copy(), layer.bias.item()
    optimizer = torch.optim.SGD(groups, lr=0.01)
    y = layer(torch.tensor(X)).squeeze(-1)
    torch.nn.functional.mse_loss(y, torch.tensor(t)).backward()
    optimizer.step()
    grad_w, grad_b = ridge_gradients(X, t, *start, alpha)
    w, b = start[0] - 0.01 * grad_w / 20, start[1] - 0.01 * grad_b / 20
    theirs = [layer.bias.item(), *layer.weight.detach().numpy()[0]]
    against = "printed equation (5.14)"
    agree(UNIT, [b, *w], theirs, 1e-13, against=against)
    # Note C's scale: mean of squares + λ/2 |w|² has the same gradient.
    mean = np.mean((predict(X, *start) - t) ** 2) + 0.3 / 2 * np.sum(start[0] ** 2)
    total = np.sum((predict(X, *start) - t) ** 2) + alpha * np.sum(start[0] ** 2)
    assert total == pytest.approx(20 * mean)


def test_the_sample_index_matters():
    """Note E prints w_i x_i: with one x for all, every prediction is the same."""
    X, t = sample()
    model = Ridge(1.0).fit(X, t)
    as_printed = np.sum((t - (model.b_ + X[0] @ model.w_)) ** 2)
    assert as_printed > np.sum((t - model.predict(X)) ** 2)


def test_ridge_depends_on_units_and_least_squares_does_not():
    X, t = sample()
    other = X * [1, 1, 1, 100]
    y = {
        alpha: [Ridge(alpha).fit(Z, t).predict(Z) for Z in (X, other)]
        for alpha in (0, 10)
    }
    np.testing.assert_allclose(*y[0], rtol=1e-9)
    assert np.abs(y[10][0] - y[10][1]).max() > 0.01


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_adds_up_in_float64(dtype):
    X, t = (a.astype(dtype) for a in sample())
    model = Ridge(1.0).fit(X, t)
    assert model.w_.dtype == model.predict(X).dtype == np.asarray(model.b_).dtype
    assert model.w_.dtype == np.float64


def test_constant_features_get_no_weight():
    model = Ridge(0).fit(np.ones((4, 2)), np.arange(4.0))
    np.testing.assert_array_equal(model.w_, [0, 0])
    assert model.b_ == 1.5
    assert model.shrinkage_.shape == (0,)


@pytest.mark.parametrize("alpha", [-1, np.nan, np.inf])
def test_refuses_a_strength(alpha):
    with pytest.raises(ValueError, match=f"alpha must be finite, >= 0, got {alpha}"):
        Ridge(alpha).fit(*sample())


@pytest.mark.parametrize(
    ("X", "y", "message"),
    [
        (np.ones(3), np.ones(3), r"got \(3,\)"),
        (np.ones((0, 2)), np.ones(0), r"got \(0, 2\)"),
        (np.ones((3, 2)), np.ones((3, 1)), r"y must be \(3,\)"),
        (np.full((3, 2), np.nan), np.ones(3), "NaN"),
        (np.ones((3, 2)), np.array([0, 1, np.inf]), "inf"),
    ],
)
def test_refuses_nonsense(X, y, message):
    with pytest.raises(ValueError, match=message):
        Ridge().fit(X, y)


def test_refuses_before_fit_and_other_widths():
    with pytest.raises(NotFittedError, match="Ridge is not fitted"):
        Ridge().predict(np.ones((2, 2)))
    with pytest.raises(ValueError, match=r"X must be \(N, 4\)"):
        Ridge().fit(*sample()).predict(np.ones((2, 3)))
