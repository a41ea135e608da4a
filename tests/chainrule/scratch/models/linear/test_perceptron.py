from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import Perceptron as Theirs

from chainrule.scratch.models import DualSVM, Perceptron
from chainrule.scratch.models.linear import mistake_bound

UNIT = "perceptron"


def separable(seed, n=30, d=2, gap=0.2):
    """Samples on both sides of a random line, none nearer than the gap."""
    rng = np.random.default_rng(seed)
    u, c = rng.normal(size=d), rng.normal()
    u /= np.linalg.norm(u)
    X = 2 * rng.normal(size=(n, d))
    t = np.where(X @ u + c > 0, 1.0, -1.0)
    t[:2] = -1, 1
    X[:2] -= np.outer(X[:2] @ u + c, u) - np.outer(t[:2], u)
    near = np.abs(X @ u + c) < gap
    return X[~near], t[~near], u, c


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("lr", [1.0, 0.1])
@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_weights_are_scikit_learns(agree, seed, lr):
    """Same order, same start: equal after 1, 2, … epochs, separable or not."""
    rng = np.random.default_rng(seed)
    X, t = rng.normal(size=(40, 3)), rng.choice([-1, 1], 40)
    against = "sklearn.linear_model.Perceptron"
    for epochs in (1, 2, 7):
        ours = Perceptron(max_iter=epochs, lr=lr).fit(X, t)
        theirs = Theirs(max_iter=epochs, tol=None, shuffle=False, eta0=lr).fit(X, t)
        agree(UNIT, ours.w_, theirs.coef_[0], 1e-13, against=against)
        agree(UNIT, ours.b_, theirs.intercept_[0], 1e-13, against=against)
        assert not ours.converged_
        assert ours.n_iter_ == epochs


@pytest.mark.equation("eq:perceptron-update")
def test_each_step_is_the_printed_one(agree, equation):
    X, t, _, _ = separable(1)
    model = Perceptron(lr=0.5).fit(X, t)
    symbols = {r"\eta": "lr", "t_n": "t"}
    weight = equation(
        "eq:perceptron-update", "w_k", symbols | {"w_{k-1}": "w", "x_n": "x"}
    )
    intercept = equation("eq:perceptron-update", "b_k", symbols | {"b_{k-1}": "b"})
    v, walk = np.zeros(3), [np.zeros(3)]
    for _ in range(model.n_iter_):
        for x, sign in zip(X, t, strict=True):
            if sign * (v[0] + v[1:] @ x) <= 0:
                w = weight(w=v[1:], lr=0.5, t=sign, x=x)
                v = np.array([intercept(b=v[0], lr=0.5, t=sign), *w])
                walk.append(v)
    agree(UNIT, model.path_, walk, 1e-14, against="printed equation (6.7)")


@pytest.mark.equation("eq:perceptron-loss")
def test_the_update_is_a_step_down_its_loss(agree, equation):
    """max(0, -m) at wrong samples has the slope -t x; central differences."""
    loss = equation("eq:perceptron-loss", r"\ell(m)", {"m": "m"})
    X, t, _, _ = separable(2)
    path = Perceptron().fit(X, t).path_
    h = 1e-6
    for here, there in pairwise(path[1:]):
        step = there - here
        n = np.argmax(np.all(np.isclose(X * t[:, None], step[1:]), axis=1))
        a = np.array([1, *X[n]])
        rise = [
            loss(m=t[n] * (here + h * e) @ a) - loss(m=t[n] * (here - h * e) @ a)
            for e in np.eye(3)
        ]
        slope = np.array(rise) / (2 * h)
        agree(UNIT, -step, slope, 1e-8, against="printed equation (6.6)")


@pytest.mark.equation("eq:perceptron-bound", by="draws of separable sets")
@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 10**6), st.integers(2, 40), st.integers(1, 4), st.floats(0.05, 0.9)
)
def test_mistakes_stay_below_the_bound(seed, n, d, gap):
    X, t, u, c = separable(seed, n, d, gap)
    model = Perceptron(max_iter=10**5).fit(X, t)
    assert model.converged_
    assert (model.predict(X) == t).all()
    assert model.mistakes_ <= mistake_bound(X, t, u, c)  # by the line that drew them
    best = DualSVM(np.inf).fit(X, t)
    assert model.mistakes_ <= mistake_bound(X, t, best.w_, best.b_)
    A = np.column_stack([np.ones(len(X)), X])
    R = np.linalg.norm(A, axis=1).max()
    length = np.linalg.norm(model.path_, axis=1)  # the two halves of the proof
    k = np.arange(len(length))
    v = np.array([c, *u]) / np.linalg.norm([c, *u])
    gamma = np.min(t * (A @ v))
    assert (model.path_ @ v >= k * gamma - 1e-9).all()
    assert (length <= np.sqrt(k) * R + 1e-9).all()


def test_the_bound_wants_the_one_in_front():
    """At 99 and 101 the bound of x alone is 101² = 10,201; 20,002 mistakes."""
    X, t = np.array([[99.0], [101.0]]), np.array([-1, 1])
    model = Perceptron(max_iter=10**5).fit(X, t)
    assert model.mistakes_ == 20_002
    bare = (101 / 1) ** 2  # R = max |x|, gamma = distance to the boundary at 100
    assert model.mistakes_ > bare
    assert model.mistakes_ <= mistake_bound(X, t, [1.0], -100.0)


def test_bound_by_hand(agree):
    """(0, t = -1), (2, t = 1) and the line z = x - 1: R² = 5, gamma² = 1/2."""
    bound = mistake_bound([[0.0], [2.0]], np.array([-1, 1]), [1.0], -1.0)
    agree(UNIT, bound, 10.0, 1e-15, against="by hand")
    with pytest.raises(ValueError, match="do not separate"):
        mistake_bound([[0.0], [2.0]], np.array([1, -1]), [1.0], -1.0)


def test_the_rate_only_scales():
    X, t, _, _ = separable(3)
    one, other = Perceptron(lr=1.0).fit(X, t), Perceptron(lr=0.25).fit(X, t)
    assert one.mistakes_ == other.mistakes_
    np.testing.assert_allclose(other.path_, one.path_ / 4)


def test_the_order_of_the_samples_matters():
    X, t, _, _ = separable(4)
    lines = {Perceptron().fit(X[p], t[p]).b_ for p in orders(len(t))}
    assert len(lines) > 3


def orders(n):
    return [np.random.default_rng(s).permutation(n) for s in range(10)]


def test_is_a_linear_classifier_and_no_regression():
    """Note C: 线性回归分类. Targets of any size and only their sign matters."""
    X, t, _, _ = separable(5)
    perceptron, svm = Perceptron().fit(X, t), DualSVM(np.inf).fit(X, t)
    for model in (perceptron, svm):
        assert set(model.predict(X)) == {-1.0, 1.0}  # no number in between
        mid = (model.decision_function(X[:1]) + model.decision_function(X[1:2])) / 2
        halfway = model.decision_function((X[:1] + X[1:2]) / 2)
        np.testing.assert_allclose(halfway, mid)  # the score is linear
        assert np.abs(np.abs(model.decision_function(X)) - 1).max() > 1  # not near ±1


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_without_a_line_it_says_so():
    X, y = np.array([[0.0, 0], [1, 1], [0, 1], [1, 0]]), [0, 0, 1, 1]  # XOR
    model = Perceptron(max_iter=50).fit(X, y)
    assert not model.converged_
    assert model.n_iter_ == 50
    assert (model.path_[-1] == model.path_[:-1]).all(axis=1).any()  # a cycle


@pytest.mark.parametrize("bad", [{"lr": 0}, {"lr": np.nan}, {"max_iter": 0}])
def test_options(bad):
    with pytest.raises(ValueError, match="invalid"):
        Perceptron(**bad).fit([[0.0], [1.0]], [0, 1])
