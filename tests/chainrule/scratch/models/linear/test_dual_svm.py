import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.svm import SVC, LinearSVC

from chainrule.data import pokemon_stats
from chainrule.scratch.models import DualSVM
from chainrule.scratch.models.linear import dual_objective, lower_bound
from chainrule.scratch.models.linear.linear_svm import objective

UNIT = "linear-svm"


def clouds(seed, n=30, d=2, distance=1.0):
    rng = np.random.default_rng(seed)
    t = rng.choice([-1.0, 1.0], n)
    t[:2] = -1, 1
    return rng.normal(size=(n, d)) + distance * t[:, None], t


def kkt_error(X, t, model, C):
    """How far the three cases of (6.14) and the sum are violated."""
    m, alpha = t * model.decision_function(X), model.alpha_
    errors = np.where(alpha < C, np.maximum(0, 1 - m), 0)
    errors = np.maximum(errors, np.where(alpha > 0, np.maximum(0, m - 1), 0))
    bounds = np.maximum(0, np.maximum(-alpha, alpha - C))
    return max(errors.max(), bounds.max(), abs(alpha @ t))


@pytest.mark.equation("eq:svm-dual", by="3 points by hand: E = D = 1/2")
@pytest.mark.equation("eq:svm-weights", by="3 points by hand: w = 1")
def test_three_points_by_hand():
    X, t = np.array([[0.0], [2.0], [5.0]]), np.array([-1.0, 1, 1])
    model = DualSVM(C=10).fit(X, t)
    np.testing.assert_array_equal(model.alpha_, [0.5, 0.5, 0])
    np.testing.assert_array_equal(model.support_, [0, 1])
    assert (model.w_[0], model.b_) == (1, -1)
    assert objective(X, t, model.w_, model.b_, 10) == 0.5
    assert dual_objective(X, t, model.alpha_) == 0.5


@pytest.mark.equation("eq:kkt", by="the three cases, on drawn sets")
@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 10**6),
    st.integers(2, 30),
    st.integers(1, 4),
    st.sampled_from([0.01, 0.1, 1.0]),
)
def test_kkt_and_duality_gap(seed, n, d, C):
    X, t = clouds(seed, n, d)
    model = DualSVM(C, tol=1e-9).fit(X, t)
    assert model.converged_
    assert kkt_error(X, t, model, C) < 1e-8
    primal = objective(X, t, model.w_, model.b_, C)
    dual = dual_objective(X, t, model.alpha_)
    assert abs(primal - dual) <= 1e-8 * (1 + primal)
    np.testing.assert_allclose(model.w_, (model.alpha_ * t) @ X, atol=1e-12)


@given(st.integers(0, 10**6))
def test_every_dual_value_lies_below_every_primal_one(seed):
    X, t = clouds(seed, 12)
    rng = np.random.default_rng(seed)
    C = rng.uniform(0.1, 2)
    alpha = rng.uniform(0, C, 12)
    for sign in (-1, 1):  # so that sum alpha t = 0, by shrinking one side
        side = t == sign
        alpha[side] *= min(1, alpha[~side].sum() / alpha[side].sum())
    assert abs(alpha @ t) < 1e-12
    w, b = rng.normal(size=2), rng.normal()
    assert dual_objective(X, t, alpha) <= objective(X, t, w, b, C)


@pytest.mark.parametrize("C", [0.01, 0.1, 1.0])
@pytest.mark.parametrize("seed", range(4))
def test_weights_are_libsvms(agree, seed, C):
    """SVC leaves the intercept alone, as we do."""
    X, t = clouds(seed, 60, 3, 0.5)
    ours = DualSVM(C, tol=1e-10).fit(X, t)
    theirs = SVC(kernel="linear", C=C, tol=1e-10).fit(X, t)
    agree(UNIT, ours.w_, theirs.coef_[0], 1e-6, against="sklearn.svm.SVC")
    b, z = theirs.intercept_[0], theirs.decision_function(X)
    near = {"atol": 1e-6, "against": "sklearn.svm.SVC"}  # as its solver ends it
    agree(UNIT, ours.b_, b, 1e-6, **near)
    agree(UNIT, ours.decision_function(X), z, 1e-6, **near)
    np.testing.assert_array_equal(ours.support_, np.sort(theirs.support_))
    alpha = np.abs(theirs.dual_coef_[0])
    dual = dual_objective(X[theirs.support_], t[theirs.support_], alpha)
    ours_dual = dual_objective(X, t, ours.alpha_)
    agree(UNIT, ours_dual, dual, 1e-8, against="sklearn.svm.SVC")


def test_linear_svc_pulls_the_intercept_too(agree):
    """LIBLINEAR penalizes b: our objective on (1, x) with w_0 = b is its own."""
    X, t = clouds(1, 60, 2, 0.5)
    X = X + 3  # far from zero, so that b matters
    theirs = LinearSVC(loss="hinge", C=0.1, tol=1e-10, max_iter=10**6).fit(X, t)
    w, b = theirs.coef_[0], theirs.intercept_[0]
    ours = DualSVM(0.1, tol=1e-9).fit(X, t)
    ours_value = objective(X, t, ours.w_, ours.b_, 0.1)
    assert objective(X, t, w, b, 0.1) > 1.02 * ours_value
    with_b = objective(X, t, w, b, 0.1) + b**2 / 2
    assert with_b < ours_value + ours.b_**2 / 2
    # A large constant feature makes its penalty small: back to ours.
    loose = LinearSVC(
        loss="hinge", C=0.1, tol=1e-10, max_iter=10**6, intercept_scaling=100
    ).fit(X, t)
    against = "sklearn.svm.LinearSVC, intercept_scaling=100"
    agree(UNIT, ours.w_, loose.coef_[0], 2e-3, against=against)


@pytest.mark.equation("eq:margin-width", by="distance of the two nearest hulls")
@pytest.mark.parametrize("seed", range(5))
def test_the_street_is_as_wide_as_it_can_be(seed):
    """C = inf: no line through a fan of a thousand leaves a wider street."""
    X, t = clouds(seed, 30, 2, 4.0)
    model = DualSVM(np.inf, tol=1e-10).fit(X, t)
    assert (t * model.decision_function(X)).min() == pytest.approx(1, abs=1e-8)
    width = 2 / np.linalg.norm(model.w_)
    angle = np.linspace(0, 2 * np.pi, 1000)
    across = X @ np.array([np.cos(angle), np.sin(angle)])
    free = across[t > 0].min(axis=0) - across[t < 0].max(axis=0)
    assert free.max() <= width + 1e-9
    assert free.max() == pytest.approx(width, rel=1e-3)


def test_only_support_vectors_matter():
    X, t = clouds(2, 60)
    model = DualSVM(1.0, tol=1e-10).fit(X, t)
    few = DualSVM(1.0, tol=1e-10).fit(X[model.support_], t[model.support_])
    assert len(model.support_) < 40
    np.testing.assert_allclose(few.w_, model.w_, atol=1e-7)
    assert few.b_ == pytest.approx(model.b_, abs=1e-7)


def test_the_same_point_in_both_classes():
    X, t = np.array([[1.0], [1.0], [0.0], [3.0]]), np.array([1.0, -1, -1, 1])
    model = DualSVM(1.0, tol=1e-9).fit(X, t)
    assert model.converged_
    assert kkt_error(X, t, model, 1.0) < 1e-8


def test_one_feature_that_never_changes():
    model = DualSVM(1.0).fit(np.ones((4, 1)), [0, 0, 0, 1])
    assert model.converged_
    assert model.predict([[1.0]]) == [0]
    assert model.w_ == pytest.approx([0])


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_without_a_street_infinite_c_says_so():
    X, y = np.array([[0.0, 0], [1, 1], [0, 1], [1, 0]]), [0, 0, 1, 1]  # XOR
    model = DualSVM(np.inf, max_iter=200).fit(X, y)
    assert not model.converged_
    assert model.n_iter_ == 200


def test_raw_pokemon():
    X, y = pokemon_stats()
    model = DualSVM(1e-4, tol=1e-8).fit(X[:, 1:], y)
    assert model.converged_
    t = np.where(y == "water", 1.0, -1.0)
    assert kkt_error(X[:, 1:], t, model, 1e-4) < 1e-7


@pytest.mark.parametrize("bad", [{"C": 0}, {"C": np.nan}, {"tol": 0}, {"max_iter": 0}])
def test_options(bad):
    with pytest.raises(ValueError, match="must be positive"):
        DualSVM(**bad).fit([[0.0], [2.0]], [-1, 1])


def test_a_lower_bound_from_any_multipliers():
    """Equal samples, three of them against one: C times the fewer, twice, is lost."""
    X, t = np.zeros((4, 1)), np.array([1.0, 1, 1, -1])
    assert lower_bound(X, t, np.ones(4)) == pytest.approx(2)
    assert lower_bound(X, t, np.zeros(4)) == 0
    rng = np.random.default_rng(0)
    X, t = rng.normal(size=(30, 3)), np.repeat([-1.0, 1.0], [22, 8])
    model = DualSVM(C=0.5, tol=1e-9).fit(X, t)
    lowest = dual_objective(X, t, model.alpha_)
    for _ in range(50):
        assert lower_bound(X, t, 0.5 * rng.random(30)) <= lowest + 1e-9
    assert lower_bound(X, t, model.alpha_) == pytest.approx(lowest)
