import warnings

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression as Theirs

from chainrule.scratch.models import LogisticRegression, NotFittedError
from chainrule.scratch.models.linear.logistic_regression import (
    gradients,
    hessian,
    objective,
    of_theta,
    probability,
    safe_rate,
    separates,
)
from chainrule.scratch.models.regression import gradients as of_a_line
from chainrule.scratch.nn import sigmoid
from chainrule.scratch.optim import gradient_descent
from chainrule.scratch.preprocessing import design_matrix

FOUR = np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([0, 1, 0, 1])


def sample(n, d, seed=0):
    rng = np.random.default_rng(seed)
    X, w, b = rng.normal(size=(n, d)), rng.normal(size=d), rng.normal()
    return X, rng.integers(0, 2, n).astype(float), w, b


def cancer(columns=10):
    data = load_breast_cancer()
    X = data.data[:, :columns]
    return (X - X.mean(axis=0)) / X.std(axis=0), data.target


# -- formulas ---------------------------------------------------------------------


@pytest.mark.equation("eq:logit", "eq:logistic-probability", "eq:logistic-log-odds")
@pytest.mark.parametrize(("n", "d"), [(1, 1), (7, 1), (5, 3)])
def test_probability(agree, equation, n, d):
    X, _, w, b = sample(n, d)
    unit, y = "logistic-regression", probability(X, w, b)
    symbols = {"b": "b", "d": "d", "w_j": "w[j]", "x_{nj}": "x[j]"}
    z = equation("eq:logit", "z_n", symbols)(b=b, d=d, w=w, x=X.T)
    agree(unit, X @ w + b, z, 1e-14, against="printed equation (8.1)")
    printed = equation("eq:logistic-probability", "y_n", {"z_n": "z"})(z=z)
    agree(unit, y, printed, 1e-14, against="printed equation (8.2)")
    odds = equation("eq:logistic-log-odds", "z_n", {"y_n": "y"})(y=y)
    agree(unit, z, odds, 1e-13, against="printed equation (8.3)")
    layer = torch.nn.Linear(d, 1, dtype=torch.float64)
    weights = {"weight": torch.tensor(w[None]), "bias": torch.tensor(np.array([b]))}
    layer.load_state_dict(weights)
    oracle = torch.sigmoid(layer(torch.tensor(X))).squeeze(-1)
    agree(unit, y, oracle, 1e-14, against="torch.nn.Linear, torch.sigmoid")


def test_the_boundary_is_a_hyperplane():
    """Note C lists the sigmoid under nonlinear classifiers: it moves no boundary."""
    X, _, w, b = sample(1000, 3, 4)
    assert ((probability(X, w, b) > 0.5) == (X @ w + b > 0)).all()
    # halfway between two points of the boundary is the boundary again
    P, Q = (x - ((x @ w + b) / (w @ w))[:, None] * w for x in (X[:500], X[500:]))
    np.testing.assert_allclose(probability((P + Q) / 2, w, b), 0.5, atol=1e-14)


@pytest.mark.equation("eq:logistic-likelihood", by="product of the labels' shares")
@pytest.mark.equation("eq:logistic-loss")
@pytest.mark.parametrize(("n", "d"), [(1, 1), (7, 1), (12, 3)])
def test_likelihood(agree, equation, n, d):
    X, t, w, b = sample(n, d, 2)
    unit, y = "logistic-likelihood", probability(X, w, b)
    likelihood = np.prod([y[i] if t[i] == 1 else 1 - y[i] for i in range(n)])
    power_form = np.prod(y**t * (1 - y) ** (1 - t))
    agree(unit, power_form, likelihood, 1e-15, against="product over the samples")
    E = objective(X, t, w, b)
    agree(unit, E, -np.log(likelihood) / n, 1e-14, against="-ln of the product / N")
    symbols = {"N": "N", "t_n": "t[n]", "y_n": "y[n]"}
    printed = equation("eq:logistic-loss", "E(w, b)", symbols)(N=n, t=t, y=y)
    agree(unit, E, printed, 1e-14, against="printed equation (8.5)")
    y, t = torch.tensor(y), torch.tensor(t)
    oracle = torch.nn.functional.binary_cross_entropy(y, t)
    agree(unit, E, oracle, 1e-14, against="torch.nn.functional.binary_cross_entropy")


def test_the_lost_parenthesis_of_the_likelihood():
    """Note C's (1 - h^(1-t), taken literally, is 0 as soon as one label is 1."""
    X, t, w, b = sample(6, 2, 2)
    y = probability(X, w, b)
    assert 0 < t.sum() < 6
    assert np.prod(y**t * (1 - y ** (1 - t))) == 0
    assert np.prod(y**t * (1 - y) ** (1 - t)) > 0


def test_without_a_bias_the_boundary_passes_the_origin():
    """Note C's θᵀx: unless x has a 1, h(0) = ½, and these two classes stay one."""
    X, t = np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([0, 0, 0, 1])
    for w in np.linspace(-5, 5, 101).reshape(-1, 1):
        assert probability(np.zeros((1, 1)), w, 0) == 0.5
        assert len(set(probability(X, w, 0) > 0.5)) == 1
    assert ((probability(X, np.array([2.0]), -7.0) > 0.5) == t).all()


def test_the_likelihood_is_no_probability_of_the_parameters():
    """Note C: the most probable parameters. That depends on what was believed before.

    Seven ones of ten: most likely are p = 0.7 and its log odds b, one and the same.
    Most probable is 0.7 if all p were equally probable, and 0.75 if all b were.
    """
    X, t = np.zeros((10, 1)), np.repeat([1.0, 0.0], [7, 3])
    p = np.linspace(0, 1, 1001)[1:-1]
    losses = [objective(X, t, np.zeros(1), np.log(q / (1 - q))) for q in p]
    likelihood = np.exp(-10 * np.array(losses))
    assert p[np.argmax(likelihood)] == pytest.approx(0.7)
    assert p[np.argmax(likelihood / (p * (1 - p)))] == pytest.approx(0.75)
    assert likelihood.sum() / 1000 == pytest.approx(1 / 1320)  # and not 1


def test_not_every_probability_should_be_large():
    """Note E: make every f large. For a label 0 the likelihood then falls."""
    X, t = FOUR
    best = LogisticRegression().fit(X, t)
    losses = [objective(X, t, best.w_, best.b_ + up) for up in (0, 1, 3, 9)]
    assert (np.diff(losses) > 0).all()


@pytest.mark.equation("eq:logistic-gradient-w", "eq:logistic-gradient-b")
@pytest.mark.parametrize(("n", "d"), [(3, 1), (10, 4), (1, 2)])
def test_gradients(agree, equation, n, d):
    X, t, w, b = sample(n, d, 3)
    unit, (grad_w, grad_b) = "logistic-gradient", gradients(X, t, w, b)
    values = {"N": n, "y": probability(X, w, b), "t": t}
    symbols = {"N": "N", "y_n": "y[n]", "t_n": "t[n]"}
    by_w, by_b = (rf"\frac{{\partial E}}{{\partial {p}}}" for p in ("w_j", "b"))
    printed = equation("eq:logistic-gradient-w", by_w, symbols | {"x_{nj}": "x[n]"})
    against = "printed equation (8.6)"
    agree(unit, grad_w, printed(**values, x=X), 1e-14, against=against)
    printed = equation("eq:logistic-gradient-b", by_b, symbols)(**values)
    agree(unit, grad_b, printed, 1e-14, against="printed equation (8.7)")
    # A complex step has no cancellation: exact to rounding.
    h = 1e-30

    def loss(w, b):
        z = X @ w + b
        return np.mean(np.log(1 + np.exp(z)) - t * z)

    step = [loss(w + 1j * h * e, b) for e in np.eye(d)]
    agree(unit, grad_w, np.imag(step) / h, 1e-14, against="complex step")
    step = loss(w, b + 1j * h)
    agree(unit, grad_b, np.imag(step) / h, 1e-14, against="complex step")


@pytest.mark.equation("eq:logistic-objective")
@pytest.mark.equation("eq:logistic-hessian", by="torch.autograd")
@pytest.mark.parametrize("weight_decay", [0.0, 0.3])
@pytest.mark.parametrize(("n", "d"), [(2, 3), (10, 1), (8, 4)])
def test_objective_by_autograd(agree, equation, n, d, weight_decay):
    X, t, w, b = sample(n, d, 5)
    args = X, t, w, b, weight_decay
    symbols = {"E(w, b)": "E", r"\lambda": "wd", "d": "d", "w_j": "w[j]"}
    printed = equation("eq:logistic-objective", "J(w, b)", symbols)
    printed = printed(E=objective(X, t, w, b), wd=weight_decay, d=d, w=w)
    J = objective(*args)
    unit, against = "logistic-training", "printed equation (8.9)"
    agree(unit, J, printed, 1e-14, against=against)

    def loss(theta):
        z = torch.tensor(X) @ theta[1:] + theta[0]
        bce = torch.nn.functional.binary_cross_entropy_with_logits
        return bce(z, torch.tensor(t)) + weight_decay / 2 * (theta[1:] ** 2).sum()

    theta = torch.tensor(np.array([b, *w]), requires_grad=True)
    (grad,) = torch.autograd.grad(loss(theta), theta)
    agree(unit, J, loss(theta), 1e-14, against="torch.autograd")
    grad_w, grad_b = gradients(*args)
    agree(unit, [grad_b, *grad_w], grad, 1e-14, against="torch.autograd")
    oracle = torch.autograd.functional.hessian(loss, theta)
    H = hessian(X, w, b, weight_decay)
    agree(unit, H, oracle, 1e-14, against="torch.autograd")
    together = [f(np.array([b, *w])) for f in of_theta(X, t, weight_decay)]
    assert together[0] == J
    np.testing.assert_array_equal(together[1], [grad_b, *grad_w])
    np.testing.assert_array_equal(together[2], H)
    A, y = design_matrix(X), probability(X, w, b)
    z = np.random.default_rng(1).normal(size=d + 1)
    curved = np.mean(y * (1 - y) * (A @ z) ** 2) + weight_decay * (z[1:] @ z[1:])
    agree(unit, z @ H @ z, curved, 1e-14, against="mean of y(1-y) (Az)²")


@pytest.mark.equation("eq:safe-rate", by="numpy.linalg.eigvalsh, and descents")
@given(st.integers(2, 12), st.integers(1, 4), st.integers(0, 10**6))
@settings(max_examples=25, deadline=None)
def test_no_step_overshoots_at_the_safe_rate(n, d, seed):
    X, t, w, b = sample(n, d, seed)
    for weight_decay in (0.0, 0.5):
        lr = safe_rate(X, weight_decay)
        steepest = np.linalg.eigvalsh(design_matrix(X).T @ design_matrix(X))[-1]
        assert lr == pytest.approx(1 / (steepest / 4 / n + weight_decay))
        # It bounds the curvature, and at w = b = 0 is that, but for b.
        assert np.linalg.eigvalsh(hessian(X, w, b, weight_decay))[-1] * lr < 1 + 1e-12
        flat = np.linalg.eigvalsh(hessian(X, 0 * w, 0.0))[-1]
        assert flat * safe_rate(X) == pytest.approx(1)
        loss, grad, _ = of_theta(X, t, weight_decay)
        path = gradient_descent(grad, 5 * np.array([b, *w]), lr, 20)
        assert (np.diff([loss(theta) for theta in path]) <= 1e-14).all()


# -- the estimator ----------------------------------------------------------------


def converged(C, X, t):
    """scikit-learn at a gradient of about 1e-12."""
    model = Theirs(C=C, solver="newton-cholesky", tol=1e-12, max_iter=200)
    return model.fit(X, t)


@pytest.mark.parametrize("weight_decay", [0.0, 1e-3, 1.0])
@pytest.mark.parametrize("columns", [1, 2, 10])
def test_arrives_where_scikit_learn_does(agree, columns, weight_decay):
    X, t = cancer(columns)
    C = 1 / (len(X) * weight_decay) if weight_decay else np.inf
    oracle, ours = converged(C, X, t), LogisticRegression(weight_decay).fit(X, t)
    unit, against = "logistic-training", "sklearn.linear_model.LogisticRegression"
    agree(unit, ours.w_, oracle.coef_[0], 1e-9, against=against)
    agree(unit, ours.b_, oracle.intercept_[0], 1e-9, against=against)
    unit, p = "logistic-regression", ours.predict_proba(X)
    near = {"atol": 1e-10, "against": against}  # a gradient of 1e-12 is its end
    agree(unit, p, oracle.predict_proba(X), 1e-10, **near)
    z = oracle.decision_function(X)
    agree(unit, ours.decision_function(X), z, 1e-9, **near)
    assert (ours.predict(X) == oracle.predict(X)).all()


@pytest.mark.equation("eq:newton-step", by="gradient descent from the same start")
def test_both_solvers_meet(agree):
    X, t = cancer(2)
    exact = LogisticRegression(0.01).fit(X, t)
    slow = LogisticRegression(0.01, "gradient-descent", steps=1500).fit(X, t)
    unit, against = "logistic-training", "gradient descent"
    agree(unit, exact.w_, slow.w_, 1e-12, against=against)
    agree(unit, exact.b_, slow.b_, 1e-12, against=against)
    assert exact.n_iter_ < 10 < slow.n_iter_ == 1500
    assert slow.losses_.shape == (1501,)
    assert slow.losses_[0] == pytest.approx(np.log(2))
    assert (np.diff(slow.losses_) < 1e-15).all()


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_descent_is_torchs(agree):
    X, t = cancer(3)
    ours = LogisticRegression(0.0, "gradient-descent", lr=0.5, steps=40).fit(X, t)
    layer = torch.nn.Linear(3, 1, dtype=torch.float64)
    torch.nn.init.zeros_(layer.weight)
    torch.nn.init.zeros_(layer.bias)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.5)
    X, t = torch.tensor(X), torch.tensor(t, dtype=torch.float64)
    for _ in range(40):
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits
        loss(layer(X).squeeze(-1), t).backward()
        optimizer.step()
    unit, against = "logistic-training", "torch.optim.SGD"
    agree(unit, ours.w_, layer.weight[0], 1e-13, against=against)
    agree(unit, ours.b_, layer.bias[0], 1e-13, against=against)


def test_weight_decay_of_plain_descent_if_b_decays_too(agree):
    """Note C's J penalizes all of theta; torch's weight_decay of SGD does, too."""
    X, t = cancer(3)
    theta = torch.zeros(4, dtype=torch.float64, requires_grad=True)
    A = torch.tensor(design_matrix(X))
    optimizer = torch.optim.SGD([theta], lr=0.5, weight_decay=0.2)
    for _ in range(40):
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits
        loss(A @ theta, torch.tensor(t).double()).backward()
        optimizer.step()

    def grad(theta):
        grad_w, grad_b = gradients(X, t, theta[1:], theta[0], 0.2)
        return np.array([grad_b + 0.2 * theta[0], *grad_w])

    ours = gradient_descent(grad, np.zeros(4), 0.5, 40)[-1]
    agree("logistic-training", ours, theta, 1e-13, against="torch.optim.SGD")


def test_a_free_bias_does_not_care_where_zero_is():
    """Note C penalizes the whole of theta: then the origin of x matters."""
    X, t = cancer(2)
    here = LogisticRegression(0.3).fit(X, t)
    there = LogisticRegression(0.3).fit(X + 5, t)
    np.testing.assert_allclose(there.w_, here.w_, rtol=1e-9)

    def with_bias(X):  # b as the weight of a feature 1, penalized like all
        A = design_matrix(X)

        def grad(theta):
            return A.T @ (sigmoid(A @ theta) - t) / len(t) + 0.3 * theta

        return gradient_descent(grad, np.zeros(3), safe_rate(X, 0.3), 4000)[-1]

    assert np.abs(with_bias(X)[1:] - with_bias(X + 5)[1:]).max() > 0.05


@pytest.mark.parametrize("columns", [1, 2, 10])
def test_score_equations(agree, columns):
    """At the maximum the errors add up to 0, alone and times each feature."""
    X, t = cancer(columns)
    ours = LogisticRegression().fit(X, t)
    error = ours.predict_proba(X)[:, 1] - t
    zero, against = np.zeros(columns + 1), "the score equations"
    slope = design_matrix(X).T @ error / len(t)  # where Newton's method stops
    agree("logistic-gradient", slope, zero, 0, atol=1e-12, against=against)


def test_without_the_slope_by_b_the_sum_is_wrong():
    """Notes D and E derive the slope by w alone."""
    X, t = cancer(2)
    w = np.zeros(2)
    for _ in range(200):
        w = w - gradients(X, t, w, 0.0)[0]
    assert abs(probability(X, w, 0.0).sum() - t.sum()) > 20
    assert LogisticRegression().fit(X, t).predict_proba(X)[:, 1].sum() == (
        pytest.approx(t.sum(), rel=1e-9)
    )


def test_intercept_alone_gives_the_share_of_ones(agree):
    t = np.array([0, 1, 1, 1])
    ours = LogisticRegression().fit(np.zeros((4, 1)), t)
    against = "closed form"
    agree("logistic-training", ours.b_, np.log(3), 1e-10, against=against)
    assert ours.w_.tolist() == [0]
    # One binary feature: the log odds of each group, whatever Newton does.
    X = np.repeat([[0.0], [1.0]], [5, 8], axis=0)
    t = np.array([0, 0, 0, 1, 1] + [1] * 7 + [0])
    ours = LogisticRegression().fit(X, t)
    theta, closed = [ours.b_, ours.w_[0]], [np.log(2 / 3), np.log(7) - np.log(2 / 3)]
    agree("logistic-training", theta, closed, 1e-9, against=against)


def test_the_four_points(agree):
    """By symmetry b = -3/2 w, and 3 (1 - s(3w/2)) = s(w/2) at the maximum."""
    ours = LogisticRegression().fit(*FOUR)
    w = ours.w_[0]
    both = 3 * (1 - sigmoid(1.5 * w)), sigmoid(w / 2)
    agree("logistic-training", *both, 1e-9, against="closed form")
    assert ours.b_ == pytest.approx(-1.5 * w)


def test_labels_are_kept_and_the_second_class_is_counted():
    X, t = cancer(2)
    names = np.array(["malignant", "benign"])[t]  # sorted the other way round
    ours, turned = (LogisticRegression(0.1).fit(X, y) for y in (t, names))
    assert turned.classes_.tolist() == ["benign", "malignant"]
    np.testing.assert_allclose(turned.w_, -ours.w_, rtol=1e-7)
    assert set(turned.predict(X)) <= {"malignant", "benign"}
    assert np.mean(turned.predict(X) == names) > 0.85
    np.testing.assert_allclose(turned.predict_proba(X).sum(axis=1), 1, rtol=1e-15)


def test_of_a_tie_the_first_class():
    model = LogisticRegression()
    model.w_, model.b_, model.classes_ = np.ones(1), 0.0, np.array(["a", "b"])
    assert model.predict([[0.0], [-1.0], [1e-300]]).tolist() == ["a", "a", "b"]


def test_far_probabilities_keep_their_digits():
    model = LogisticRegression()
    model.w_, model.b_, model.classes_ = np.ones(1), 0.0, np.arange(2)
    tail = model.predict_proba([[-300.0], [300.0]])
    np.testing.assert_allclose(tail[[0, 1], [1, 0]], np.exp(-300), rtol=1e-12)


# -- separable classes ------------------------------------------------------------


def separable(X, t):
    """By linear programming: some direction harms no sample and helps one."""
    S = np.where(t == 1, 1, -1)[:, None] * design_matrix(X)
    bounds = [(-1, 1)] * S.shape[1]
    best = linprog(-S.sum(axis=0), A_ub=-S, b_ub=np.zeros(len(S)), bounds=bounds)
    return -best.fun > 1e-9


def test_separation_is_found_exactly():
    """Small whole numbers make ties, repeated points and dependent features."""
    rng, found = np.random.default_rng(0), []
    while len(found) < 300:
        n, d = rng.integers(2, 14), rng.integers(1, 4)
        X, t = rng.integers(-2, 3, (n, d)).astype(float), rng.integers(0, 2, n)
        if t.min() == t.max():
            continue
        found.append(separable(X, t))
        if found[-1]:
            with pytest.raises(ValueError, match="a hyperplane separates"):
                LogisticRegression().fit(X, t)
        else:
            LogisticRegression().fit(X, t)
    assert 90 < sum(found) < 210


def test_all_thirty_features_separate_the_tumours():
    X, t = cancer(30)
    assert separable(X, t)
    with pytest.raises(ValueError, match="take weight_decay > 0"):
        LogisticRegression().fit(X, t)
    oracle = converged(1 / (len(X) * 1e-3), X, t)
    np.testing.assert_allclose(
        LogisticRegression(1e-3).fit(X, t).w_, oracle.coef_[0], atol=1e-8
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # theirs warns, and stops on the way
        theirs = Theirs(C=np.inf, solver="newton-cholesky", max_iter=200)
        assert np.abs(theirs.fit(X, t).coef_).max() > 500


def test_descent_says_so_as_well():
    X, t = np.array([[-2.0], [-1.0], [1.0], [2.0]]), np.array([0, 0, 1, 1])
    with pytest.raises(ValueError, match="a hyperplane separates"):
        LogisticRegression(solver="gradient-descent").fit(X, t)
    norms = []
    for weight_decay in (1e-2, 1e-4, 1e-6):  # what would be without it
        norms.append(np.abs(LogisticRegression(weight_decay).fit(X, t).w_).max())
    assert (np.diff(norms) > 2).all()


def test_it_is_enough_that_theta_separates():
    """A step of descent may turn back, away from one sample, and still be there."""
    X, t = np.array([[0.0], [1.0], [3.0], [20.0]]), np.array([0, 0, 1, 1])
    path = gradient_descent(of_theta(X, t, 0.0)[1], np.zeros(2), 0.3, 60)
    alone = [
        k
        for k in range(1, 61)
        if separates(X, t, path[k, 1:], path[k, 0])
        and not separates(
            X, t, path[k, 1:] - path[k - 1, 1:], path[k, 0] - path[k - 1, 0]
        )
    ]
    assert alone
    for steps in alone:
        with pytest.raises(ValueError, match="a hyperplane separates"):
            LogisticRegression(0.0, "gradient-descent", 0.3, steps).fit(X, t)


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_descent_takes_the_safe_rate():
    X, t = cancer(2)
    ours = LogisticRegression(0.3, "gradient-descent", steps=1).fit(X, t)
    first = -safe_rate(X, 0.3) * gradients(X, t, np.zeros(2), 0.0, 0.3)[0]
    np.testing.assert_allclose(ours.w_, first, rtol=1e-15)


def test_separates_by_its_own_words():
    X, t = np.array([[-1.0], [0.0], [1.0]]), np.array([0, 1, 1])
    one = np.ones(1)
    assert separates(X, t, one, 0.5)
    assert separates(X, t, one, 0.0)  # quasi: one point on the boundary
    assert not separates(X, t, one, -0.5)
    assert not separates(X, t, -one, -0.5)
    assert not separates(X, t, 0 * one, 0.0)
    assert separates(X, t, one, -1e-7)
    assert not separates(X, t, one, -1e-5)


# -- square error -----------------------------------------------------------------


@pytest.mark.equation("eq:flat-gradient", "eq:square-curvature")
def test_square_error_of_a_sigmoid(agree, equation):
    X, t, w, b = sample(9, 1, 7)
    X = 4 * X
    unit, y = "logistic-with-square-error", probability(X, w, b)
    symbols = {"y_n": "y", "t_n": "t"}
    left = r"\frac{\partial (y_n - t_n)^2}{\partial w_j}"
    printed = equation("eq:flat-gradient", left, symbols | {"x_{nj}": "x"})
    ours = printed(y=y, t=t, x=X[:, 0])
    leaf = torch.tensor(np.repeat(w, 9), requires_grad=True)
    z = torch.tensor(X[:, 0]) * leaf + b
    ((torch.sigmoid(z) - torch.tensor(t)) ** 2).sum().backward()
    agree(unit, leaf.grad, ours, 1e-14, against="printed equation (8.12)")
    left = r"\frac{\partial^2 (y_n - t_n)^2}{\partial z_n^2}"
    printed = equation("eq:square-curvature", left, symbols)(y=y, t=t)
    z = torch.tensor(X[:, 0] * w + b, requires_grad=True)
    loss = ((torch.sigmoid(z) - torch.tensor(t)) ** 2).sum()
    (slope,) = torch.autograd.grad(loss, z, create_graph=True)
    slope.sum().backward()
    agree(unit, z.grad, printed, 1e-14, against="printed equation (8.13)")
    assert z.grad.min() < 0 < z.grad.max()  # neither convex nor concave


def test_only_far_from_the_target_is_a_small_slope_a_fault():
    """Notes D and E: zero near and far. Near it should be; far it never is exactly."""
    slope = {t: lambda z, t=t: abs(sigmoid(z) - t) for t in (0, 1)}
    z = 10.0
    square = 2 * sigmoid(z) * sigmoid(z) * sigmoid(-z)  # target 0, y near 1
    assert 0 < square < 1e-4 < 0.9999 < slope[0](z)
    assert slope[1](z) < 1e-4  # near the target cross-entropy is flat, too


def test_square_error_can_be_used():
    """Note E: it cannot. From 0 it ends almost at the same boundary."""
    X, t = cancer(2)
    A = design_matrix(X)

    def grad(theta):
        y = sigmoid(A @ theta)
        return A.T @ (2 * (y - t) * y * (1 - y)) / len(t)

    theta = gradient_descent(grad, np.zeros(3), 1.0, 2000)[-1]
    likely = LogisticRegression().fit(X, t)
    same = np.mean((A @ theta > 0) == (likely.decision_function(X) > 0))
    assert same > 0.98


# -- beside linear regression -------------------------------------------------------


def test_the_same_gradient_as_a_line(agree):
    """Of half the squared error; of the mean squared error it is twice as large."""
    X, t, w, b = sample(8, 3, 6)
    y, line = probability(X, w, b), X @ w + b
    # A target for the line that leaves it the same errors y - t.
    same_errors = line - (y - t)
    ours, unit = gradients(X, t, w, b), "logistic-vs-linear-regression"
    for mine, theirs in zip(ours, of_a_line(X, same_errors, w, b), strict=True):
        against = "half the gradient of linear regression"
        agree(unit, mine, np.asarray(theirs) / 2, 1e-15, against=against)


# -- what is refused ----------------------------------------------------------------


def test_not_fitted():
    for ask in ("predict", "predict_proba", "decision_function"):
        with pytest.raises(NotFittedError, match="LogisticRegression is not fitted"):
            getattr(LogisticRegression(), ask)(np.ones((1, 1)))


@pytest.mark.parametrize(
    ("X", "t", "message"),
    [
        (FOUR[0][:, 0], FOUR[1], r"X must be \(N, d\)"),
        (FOUR[0][:0], FOUR[1][:0], r"got \(0, 1\)"),
        (np.where(FOUR[0] == 1, np.nan, 0), FOUR[1], "NaN"),
        (FOUR[0], FOUR[1][:3], r"y must be \(4,\), got \(3,\)"),
        (FOUR[0], [0, 1, np.nan, 1], "NaN"),
        (FOUR[0], np.ones(4), r"2 to 2 classes, got \[1\.\]"),
        (FOUR[0], np.arange(4), "2 to 2 classes"),
    ],
)
def test_refuses_nonsense(X, t, message):
    for solver in ("newton", "gradient-descent"):
        model = LogisticRegression(solver=solver)
        with pytest.raises(ValueError, match=message):
            model.fit(X, t)
        assert not hasattr(model, "w_")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"weight_decay": -1.0}, "bad weight_decay -1.0"),
        ({"weight_decay": np.nan}, "bad weight_decay nan"),
        ({"weight_decay": np.inf}, "bad weight_decay inf"),
        ({"solver": "lbfgs"}, "no solver 'lbfgs'"),
        ({"steps": 2}, "> 1e-10 after 2 steps"),
        ({"tol": 0.0}, "tol must be positive"),
        ({"solver": "gradient-descent", "lr": -1.0}, "invalid lr -1.0"),
        ({"solver": "gradient-descent", "steps": -1}, "invalid lr .* or steps -1"),
    ],
)
def test_refuses_arguments(arguments, message):
    with pytest.raises(ValueError, match=message):
        LogisticRegression(**arguments).fit(*FOUR)


def test_width_is_that_of_fit():
    with pytest.raises(ValueError, match=r"X must be \(N, 1\), got \(\d+, 2\)"):
        LogisticRegression().fit(*FOUR).predict(np.ones((3, 2)))


def test_a_wild_rate_diverges_and_says_so():
    model = LogisticRegression(0.5, "gradient-descent", lr=1e6, steps=400)
    with (
        np.errstate(over="ignore", invalid="ignore"),
        pytest.raises(ValueError, match=r"diverges with lr|NaN"),
    ):
        model.fit(*FOUR)
