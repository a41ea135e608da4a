import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from sklearn.datasets import load_iris, load_wine
from sklearn.linear_model import LogisticRegression as Theirs

from chainrule.models import MLP
from chainrule.nn import Sigmoid
from chainrule.scratch.models import (
    LogisticRegression,
    NotFittedError,
    SoftmaxRegression,
)
from chainrule.scratch.models.linear.softmax_regression import (
    class_probabilities,
    of_rows,
    separates_classes,
    softmax_gradients,
    softmax_hessian,
    softmax_objective,
    softmax_safe_rate,
)
from chainrule.scratch.nn import sigmoid, softmax, softmax_jacobian
from chainrule.scratch.optim import gradient_descent
from chainrule.scratch.preprocessing import design_matrix


def sample(n, d, K, seed=0):
    rng = np.random.default_rng(seed)
    X, W, b = rng.normal(size=(n, d)), rng.normal(size=(K, d)), rng.normal(size=K)
    return X, rng.integers(0, K, n), W, b


def wine(columns=(0, 6)):
    X, t = load_wine(return_X_y=True)
    X = X[:, list(columns)]
    return (X - X.mean(axis=0)) / X.std(axis=0), t


# -- formulas ---------------------------------------------------------------------


@pytest.mark.equation("eq:scores")
@pytest.mark.parametrize(("n", "d", "K"), [(1, 1, 2), (7, 1, 3), (5, 3, 4)])
def test_probabilities(agree, equation, n, d, K):
    X, _, W, b = sample(n, d, K)
    symbols = {"b_k": "b", "d": "d", "w_{kj}": "w[j]", "x_{nj}": "x[j]"}
    line = equation("eq:scores", "z_{nk}", symbols)
    columns = [line(b=b[k], d=d, w=W[k], x=X.T) for k in range(K)]
    unit, y = "softmax-regression", class_probabilities(X, W, b)
    printed = softmax(np.transpose(columns))
    agree(unit, y, printed, 1e-14, against="printed equation (9.1)")
    layer = torch.nn.Linear(d, K, dtype=torch.float64)
    layer.load_state_dict({"weight": torch.tensor(W), "bias": torch.tensor(b)})
    oracle = torch.softmax(layer(torch.tensor(X)), -1)
    agree(unit, y, oracle, 1e-14, against="torch.nn.Linear, torch.softmax")


@pytest.mark.equation("eq:softmax-likelihood", by="product over the samples")
@pytest.mark.equation("eq:softmax-loss")
@pytest.mark.parametrize(("n", "d", "K"), [(1, 1, 2), (6, 2, 3)])
def test_likelihood(agree, equation, n, d, K):
    X, t, W, b = sample(n, d, K, 1)
    y, unit = class_probabilities(X, W, b), "softmax-likelihood"
    one_hot = np.eye(K)[t]
    likelihood = np.prod([y[i, t[i]] for i in range(n)])
    powers = np.prod(y**one_hot)
    agree(unit, powers, likelihood, 1e-15, against="product over the samples")
    E = softmax_objective(X, t, W, b)
    agree(unit, E, -np.log(likelihood) / n, 1e-14, against="-ln of the product / N")
    unit = "softmax-cross-entropy"
    symbols = {"N": "N", "K": "K", "t_{nk}": "t[n,k]", "y_{nk}": "y[n,k]"}
    printed = equation("eq:softmax-loss", "E(W, b)", symbols)
    printed = printed(N=n, K=K, t=one_hot, y=y)
    agree(unit, E, printed, 1e-14, against="printed equation (9.6)")
    z = torch.tensor(X @ W.T + b)
    oracle = torch.nn.functional.cross_entropy(z, torch.tensor(t))
    agree(unit, E, oracle, 1e-14, against="torch.nn.functional.cross_entropy")


def test_the_loose_index_of_the_notes():
    """Note C sums over i what depends on n: N times one sample, over N."""
    X, t, W, b = sample(6, 2, 3, 1)
    log_y = np.log(class_probabilities(X, W, b))
    literal = -np.sum([log_y[0, t[0]] for _ in range(6)]) / 6
    assert literal == pytest.approx(-log_y[0, t[0]])
    assert abs(literal - softmax_objective(X, t, W, b)) > 0.1


@pytest.mark.equation(
    "eq:softmax-sensitivity", "eq:softmax-gradient-w", "eq:softmax-gradient-b"
)
@pytest.mark.parametrize(("n", "d", "K"), [(1, 1, 2), (6, 2, 3), (4, 3, 5)])
def test_gradients(agree, equation, n, d, K):
    X, t, W, b = sample(n, d, K, 2)
    unit, y, one_hot = "softmax-gradient", class_probabilities(X, W, b), np.eye(K)[t]
    z = torch.tensor(X @ W.T + b, requires_grad=True)
    each = torch.nn.functional.cross_entropy(z, torch.tensor(t), reduction="sum")
    (slopes,) = torch.autograd.grad(each, z)
    line = equation(
        "eq:softmax-sensitivity", r"\delta_{nk}", {"y_{nk}": "y", "t_{nk}": "t"}
    )
    delta = line(y=y, t=one_hot)
    agree(unit, delta, slopes, 1e-14, against="printed equation (9.7)")
    by_W, by_b = softmax_gradients(X, t, W, b)
    symbols = {"N": "N", r"\delta_{nk}": "delta[n]"}
    left = r"\frac{\partial E}{\partial w_{kj}}"
    line = equation("eq:softmax-gradient-w", left, symbols | {"x_{nj}": "x[n]"})
    rows = [line(N=n, delta=delta[:, k], x=X) for k in range(K)]
    agree(unit, by_W, rows, 1e-14, against="printed equation (9.8)")
    left = r"\frac{\partial E}{\partial b_k}"
    printed = equation("eq:softmax-gradient-b", left, symbols)(N=n, delta=delta)
    agree(unit, by_b, printed, 1e-14, against="printed equation (9.9)")


@pytest.mark.parametrize("weight_decay", [0.0, 0.3])
@pytest.mark.parametrize(("n", "d", "K"), [(3, 1, 2), (6, 2, 3), (4, 3, 5)])
def test_objective_by_autograd(agree, n, d, K, weight_decay):
    X, t, W, b = sample(n, d, K, 3)

    def loss(theta):
        rows = theta.reshape(K, d + 1)
        z = torch.tensor(X) @ rows[:, 1:].T + rows[:, 0]
        E = torch.nn.functional.cross_entropy(z, torch.tensor(t))
        return E + weight_decay / 2 * (rows[:, 1:] ** 2).sum()

    theta = np.column_stack([b, W]).ravel()
    leaf = torch.tensor(theta, requires_grad=True)
    value, grad, hessian, _ = of_rows(X, t, K, weight_decay)
    unit, against = "softmax-gradient", "torch.autograd"
    agree("softmax-cross-entropy", value(theta), loss(leaf), 1e-14, against=against)
    (oracle,) = torch.autograd.grad(loss(leaf), leaf)
    agree(unit, grad(theta), oracle, 1e-14, against=against)
    oracle = torch.autograd.functional.hessian(loss, leaf)
    agree(unit, hessian(theta), oracle, 1e-14, against=against)
    by_W, by_b = softmax_gradients(X, t, W, b, weight_decay)
    together = np.column_stack([by_b, by_W]).ravel()
    np.testing.assert_array_equal(grad(theta), together)
    h = 1e-6 * np.eye(theta.size)
    slopes = [(value(theta + e) - value(theta - e)) / 2e-6 for e in h]
    agree(unit, grad(theta), slopes, 1e-8, against="central differences")


@pytest.mark.equation("eq:softmax-safe-rate", by="numpy.linalg.eigvalsh, and descents")
@given(st.integers(2, 9), st.integers(1, 3), st.integers(2, 4), st.integers(0, 10**6))
@settings(max_examples=20, deadline=None)
def test_no_step_overshoots_at_the_safe_rate(n, d, K, seed):
    X, t, W, b = sample(n, d, K, seed)
    A = design_matrix(X)
    for weight_decay in (0.0, 0.5):
        lr = softmax_safe_rate(X, weight_decay)
        steepest = np.linalg.eigvalsh(A.T @ A)[-1]
        assert lr == pytest.approx(1 / (steepest / 2 / n + weight_decay))
        H = softmax_hessian(X, W, b, weight_decay)
        assert np.linalg.eigvalsh(H)[-1] * lr < 1 + 1e-12
        loss, grad, _, _ = of_rows(X, t, K, weight_decay)
        path = gradient_descent(grad, 5 * np.column_stack([b, W]).ravel(), lr, 20)
        assert (np.diff([loss(theta) for theta in path]) <= 1e-14).all()


def test_convex_and_flat_along_a_common_shift():
    X, _, W, b = sample(9, 2, 4, 5)
    H = softmax_hessian(X, W, b)
    assert np.linalg.eigvalsh(H)[0] > -1e-15
    shift = np.tile(np.random.default_rng(1).normal(size=3), 4)
    np.testing.assert_allclose(H @ shift, 0, atol=1e-14)
    y = class_probabilities(X, W, b)
    np.testing.assert_allclose(
        class_probabilities(X, W + shift[1:3], b + shift[0]), y, rtol=1e-13
    )


# -- the estimator ----------------------------------------------------------------


def converged(weight_decay, X, t):
    C = 1 / (len(X) * weight_decay) if weight_decay else np.inf
    model = Theirs(C=C, solver="newton-cholesky", tol=1e-12, max_iter=300)
    return model.fit(X, t)


@pytest.mark.parametrize(
    ("columns", "weight_decay"),
    [((0, 6), 0.0), ((0, 9), 0.0), ((0, 6), 1e-2), (range(13), 1e-3), ((0,), 0.5)],
)
def test_arrives_where_scikit_learn_does(agree, columns, weight_decay):
    X, t = wine(columns)
    oracle, ours = converged(weight_decay, X, t), SoftmaxRegression(weight_decay)
    ours.fit(X, t)
    unit, against = "softmax-regression", "sklearn.linear_model.LogisticRegression"
    W = oracle.coef_ - oracle.coef_.mean(axis=0)
    agree(unit, ours.W_, W, 1e-8, against=against)
    b = oracle.intercept_ - oracle.intercept_.mean()
    agree(unit, ours.b_, b, 1e-8, against=against)
    p = oracle.predict_proba(X)
    agree(unit, ours.predict_proba(X), p, 1e-8, against=against)
    assert (ours.predict(X) == oracle.predict(X)).all()


@pytest.mark.parametrize("columns", [(0, 6), (0, 9)])
def test_score_equations(agree, columns):
    """Of each class the probabilities add up to the number of its samples."""
    X, t = wine(columns)
    ours = SoftmaxRegression().fit(X, t)
    error = ours.predict_proba(X) - np.eye(3)[t]
    zero, A = np.zeros((3, 3)), design_matrix(X)
    against = "the score equations"  # where the solver stops
    slope = error.T @ A / len(t)
    agree("softmax-gradient", slope, zero, 0, atol=1e-11, against=against)


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_both_solvers_meet(agree):
    X, t = wine()
    exact = SoftmaxRegression(0.05, tol=1e-13).fit(X, t)
    slow = SoftmaxRegression(0.05, "gradient-descent", steps=1200).fit(X, t)
    unit, against = "softmax-regression", "gradient descent"
    agree(unit, exact.W_, slow.W_, 1e-11, against=against)
    agree(unit, exact.b_, slow.b_, 1e-11, against=against)
    assert exact.n_iter_ < 10 < slow.n_iter_ == 1200
    assert slow.losses_[0] == pytest.approx(np.log(3))
    assert (np.diff(slow.losses_) < 1e-15).all()
    one = SoftmaxRegression(0.05, "gradient-descent", steps=1).fit(X, t)
    start = np.zeros((3, 2)), np.zeros(3)
    first = -softmax_safe_rate(X, 0.05) * softmax_gradients(X, t, *start, 0.05)[0]
    np.testing.assert_allclose(one.W_, first, rtol=1e-13, atol=1e-16)


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_descent_is_torchs(agree):
    X, t = wine()
    ours = SoftmaxRegression(0.0, "gradient-descent", lr=0.5, steps=40).fit(X, t)
    layer = torch.nn.Linear(2, 3, dtype=torch.float64)
    torch.nn.init.zeros_(layer.weight)
    torch.nn.init.zeros_(layer.bias)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.5)
    for _ in range(40):
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy
        loss(layer(torch.tensor(X)), torch.tensor(t)).backward()
        optimizer.step()
    unit, against = "softmax-regression", "torch.optim.SGD"
    agree(unit, ours.W_, layer.weight, 1e-13, against=against)
    agree(unit, ours.b_, layer.bias, 1e-13, against=against)


@pytest.mark.parametrize("weight_decay", [0.0, 0.02])
def test_two_classes_are_logistic_regression(agree, weight_decay):
    """w is the difference of the rows; two rows of w/2 cost half the penalty."""
    X, t = wine()
    X, t = X[t < 2], t[t < 2]
    logistic = LogisticRegression(weight_decay / 2).fit(X, t)
    ours = SoftmaxRegression(weight_decay).fit(X, t)
    unit, against = "softmax-sigmoid-two-classes", "logistic regression"
    agree(unit, ours.W_[1] - ours.W_[0], logistic.w_, 1e-9, against=against)
    agree(unit, ours.b_[1] - ours.b_[0], logistic.b_, 1e-9, against=against)
    p = logistic.predict_proba(X)
    agree(unit, ours.predict_proba(X), p, 1e-9, against=against)


def test_rows_have_the_mean_zero_and_labels_are_kept():
    X, t = wine()
    names = np.array(["barolo", "grignolino", "barbera"])[t]
    ours = SoftmaxRegression(0.01).fit(X, names)
    assert ours.classes_.tolist() == ["barbera", "barolo", "grignolino"]
    np.testing.assert_allclose(ours.W_.mean(axis=0), 0, atol=1e-15)
    assert abs(ours.b_.mean()) < 1e-15
    np.testing.assert_allclose(ours.decision_function(X).mean(axis=1), 0, atol=1e-14)
    assert np.mean(ours.predict(X) == names) > 0.9
    plain = SoftmaxRegression(0.01).fit(X, t)
    np.testing.assert_allclose(ours.W_[[1, 2, 0]], plain.W_, atol=1e-8)


def test_of_a_tie_the_first_class():
    model = SoftmaxRegression()
    model.W_, model.b_, model.classes_ = np.eye(3), np.zeros(3), np.array(list("abc"))
    assert model.predict([[0, 1, 1], [0, 0, 0], [0, 0, 1]]).tolist() == ["b", "a", "c"]


# -- separable classes ------------------------------------------------------------


def separable(X, t, K):
    """By linear programming, as for two classes: a lead for each other class."""
    A = design_matrix(X)
    leads = [
        np.outer(np.eye(K)[t[n]] - np.eye(K)[k], A[n]).ravel()
        for n in range(len(t))
        for k in range(K)
        if k != t[n]
    ]
    bounds, leads = [(-1, 1)] * K * A.shape[1], np.array(leads)
    zero = np.zeros(len(leads))
    best = linprog(-leads.sum(axis=0), A_ub=-leads, b_ub=zero, bounds=bounds)
    return -best.fun > 1e-9


def test_separation_is_found_exactly():
    rng, found = np.random.default_rng(0), []
    while len(found) < 120:
        n, d, K = rng.integers(3, 25), rng.integers(1, 3), rng.integers(2, 4)
        X, t = rng.integers(-2, 3, (n, d)).astype(float), rng.integers(0, K, n)
        if len(set(t)) < K:
            continue
        found.append(separable(X, t, K))
        if found[-1]:
            with pytest.raises(ValueError, match="a hyperplane separates"):
                SoftmaxRegression().fit(X, t)
        else:
            SoftmaxRegression().fit(X, t)
    assert 10 < sum(found) < 110


def test_one_class_apart_is_enough():
    """Iris: setosa is far from the others, which overlap. Theirs stops somewhere."""
    X, t = load_iris(return_X_y=True)
    with pytest.raises(ValueError, match="take weight_decay > 0"):
        SoftmaxRegression().fit(X, t)
    SoftmaxRegression().fit(X[50:, :2], t[50:])  # the two others, two features
    with pytest.raises(ValueError, match="a hyperplane separates"):
        SoftmaxRegression(solver="gradient-descent").fit(
            X[[0, 1, 60, 61]], [0, 0, 1, 1]
        )


def test_separates_by_its_own_words():
    X, t = np.array([[-1.0], [0.0], [1.0]]), np.array([0, 0, 1])
    W = np.array([[-1.0], [1.0]])
    assert separates_classes(X, t, W, np.array([0.0, 0.0]))  # one on the boundary
    assert separates_classes(X, t, W, np.array([0.5, 0.0]))
    assert not separates_classes(X, t, W, np.array([0.0, 0.5]))
    assert not separates_classes(X, t, 0 * W, np.zeros(2))
    assert not separates_classes(X, t, -W, np.zeros(2))
    assert separates_classes(X, t, W, np.array([0.0, 1e-7]))
    assert not separates_classes(X, t, W, np.array([0.0, 1e-4]))


# -- networks, and the landscape of the losses ---------------------------------------


@pytest.mark.equation("eq:classifier-network", by="chainrule.models.MLP")
def test_a_network_ends_in_a_softmax_regression(agree):
    torch.manual_seed(0)
    model = MLP(4, [5], 3, activation=Sigmoid).double()
    x = torch.randn(7, 4, dtype=torch.float64)
    W, b = (p.detach().numpy() for p in model.hidden1.parameters())
    V, c = (p.detach().numpy() for p in model.output.parameters())
    ours = class_probabilities(sigmoid(x.numpy() @ W.T + b), V, c)
    oracle = torch.softmax(model(x), -1)
    unit = "classification-network-outputs"
    agree(unit, ours, oracle, 1e-14, against="chainrule.models.MLP")


def square_slope(z, t):
    y = softmax(z)
    return np.einsum("...ij,...i->...j", softmax_jacobian(y), 2 * (y - t))


@pytest.mark.equation("eq:softmax-square-slope")
def test_square_error_of_softmax(agree, equation):
    z = 3 * np.random.default_rng(4).normal(size=4)
    t, y = np.eye(4)[1], softmax(z)
    leaf = torch.tensor(z, requires_grad=True)
    ((torch.softmax(leaf, -1) - torch.tensor(t)) ** 2).sum().backward()
    unit = "cross-entropy-vs-mse-landscape"
    symbols = {"y_j": "yj", "t_j": "tj", "y_k": "y[k]", "t_k": "t[k]", "K": "K"}
    left = r"\frac{\partial S}{\partial z_j}"
    printed = equation("eq:softmax-square-slope", left, symbols)
    printed = printed(yj=y, tj=t, y=y, t=t, K=4)
    agree(unit, leaf.grad, printed, 1e-14, against="printed equation (9.13)")
    agree(unit, square_slope(z, t), leaf.grad, 1e-14, against="torch.autograd")


def test_far_away_only_the_square_is_flat():
    """Note B: MSE is flat where the loss is large and where it is small, cross-entropy
    has no such problem. Where the loss is small, cross-entropy is flat as well."""
    t = np.array([1.0, 0.0, 0.0])
    wrong, right = np.array([-10.0, 10, -1000]), np.array([10.0, -10, -1000])
    slope = [np.linalg.norm(softmax(z) - t) for z in (wrong, right)]
    assert slope[0] == pytest.approx(np.sqrt(2), rel=1e-8)
    assert slope[1] < 1e-8
    assert all(np.linalg.norm(square_slope(z, t)) < 1e-7 for z in (wrong, right))


# -- what is refused ----------------------------------------------------------------


def test_not_fitted_and_width():
    for ask in ("predict", "predict_proba", "decision_function"):
        with pytest.raises(NotFittedError, match="SoftmaxRegression is not fitted"):
            getattr(SoftmaxRegression(), ask)(np.ones((1, 1)))
    with pytest.raises(ValueError, match=r"X must be \(N, 2\), got \(\d+, 3\)"):
        SoftmaxRegression(1.0).fit(*wine()).predict(np.ones((1, 3)))


X, T = np.arange(6.0)[:, None], np.array([0, 1, 2, 0, 1, 2])


@pytest.mark.parametrize(
    ("X", "t", "message"),
    [
        (X[:, 0], T, r"X must be \(N, d\)"),
        (X[:0], T[:0], r"got \(0, 1\)"),
        (np.full((6, 1), np.nan), T, "NaN"),
        (X, T[:3], r"y must be \(6,\), got \(3,\)"),
        (X, np.full(6, np.nan), "NaN"),
        (X, np.ones(6), r"two or more classes, got \[1\.\]"),
    ],
)
def test_refuses_nonsense(X, t, message):
    model = SoftmaxRegression()
    with pytest.raises(ValueError, match=message):
        model.fit(X, t)
    assert not hasattr(model, "W_")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"weight_decay": -1.0}, "bad weight_decay -1.0"),
        ({"solver": "lbfgs"}, "no solver 'lbfgs'"),
        ({"steps": 1}, "> 1e-10 after 1 steps"),
        ({"solver": "gradient-descent", "lr": -1.0}, "invalid lr -1.0"),
    ],
)
def test_refuses_arguments(arguments, message):
    with pytest.raises(ValueError, match=message):
        SoftmaxRegression(**arguments).fit(X, T)
