import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LinearRegression, RidgeClassifier

from chainrule.data import pokemon_stats
from chainrule.scratch.models import DualSVM, LeastSquaresClassifier
from chainrule.scratch.nn import mse, zero_one

UNIT = "classification-as-regression"


def two_clouds(seed, n=40, d=3):
    rng = np.random.default_rng(seed)
    y = rng.integers(2, size=n)
    y[:2] = 0, 1
    return rng.normal(size=(n, d)) + y[:, None], y


@pytest.mark.parametrize("seed", range(5))
def test_is_regression_to_signs(agree, seed):
    X, y = two_clouds(seed)
    ours = LeastSquaresClassifier().fit(X, y)
    theirs = LinearRegression().fit(X, 2 * y - 1)
    against = "sklearn.linear_model.LinearRegression"
    agree(UNIT, ours.w_, theirs.coef_, 1e-13, against=against)
    agree(UNIT, ours.b_, theirs.intercept_, 1e-13, against=against)
    ridge = RidgeClassifier(alpha=1e-10).fit(X, y)
    against = "sklearn.linear_model.RidgeClassifier"
    z = ours.decision_function(X)
    near = ridge.decision_function(X)  # alpha is 1e-10
    agree(UNIT, z, near, 1e-10, atol=1e-12, against=against)
    np.testing.assert_array_equal(ours.predict(X), ridge.predict(X))
    np.testing.assert_array_equal(ours.predict(X), np.sign(theirs.predict(X)) > 0)


@pytest.mark.equation("eq:least-squares-loss")
def test_no_other_line_has_a_smaller_loss(agree, equation):
    X, y = two_clouds(7)
    model, t = LeastSquaresClassifier().fit(X, y), 2.0 * y - 1
    z = model.decision_function(X)
    symbols = {"N": "N", "z_n": "z[n]", "t_n": "t[n]"}
    printed = equation("eq:least-squares-loss", "L(w, b)", symbols)
    best = printed(N=len(t), z=z, t=t)
    agree(UNIT, mse(z, t), best, 1e-15, against="printed equation (6.3)")
    rng = np.random.default_rng(0)
    for _ in range(50):
        w, b = model.w_ + 0.1 * rng.normal(size=3), model.b_ + 0.1 * rng.normal()
        assert mse(X @ w + b, t) > best


@pytest.mark.equation("eq:square-margin")
def test_square_error_is_a_function_of_the_margin(agree, equation):
    rng = np.random.default_rng(1)
    t, z = rng.choice([-1.0, 1.0], 30), 3 * rng.normal(size=30)
    printed = equation("eq:square-margin", r"(z - t)^2", {"m": "m"})(m=t * z)
    against = "printed equation (6.4)"
    agree("too-correct-points", (z - t) ** 2, printed, 1e-13, against=against)


def test_four_points_by_hand():
    """The page's example: w = 0.6, b = -1.2, boundary at 2."""
    X, y = np.array([[0.0], [1], [3], [4]]), [-1, -1, 1, 1]
    model = LeastSquaresClassifier().fit(X, y)
    assert (model.w_[0], model.b_) == pytest.approx((0.6, -1.2))


def boundary(model):
    return -model.b_ / model.w_[0]


def test_points_that_are_too_correct_move_the_line():
    """One more point, right and far: a sample that was right becomes wrong."""
    X, y = np.array([[0.0], [1], [3], [4]]), np.array([-1, -1, 1, 1])
    far, z = np.vstack([X, [[30.0]]]), np.append(y, 1)
    before = LeastSquaresClassifier().fit(X, y)
    after = LeastSquaresClassifier().fit(far, z)
    assert before.decision_function([[30.0]]) > 1  # right, and beyond 1
    assert zero_one(before.predict(far), z) == 0
    assert boundary(before) == pytest.approx(2)
    assert boundary(after) > 3
    assert zero_one(after.predict(far), z) == 0.2
    for points, labels in ((X, y), (far, z)):  # the SVM does not care
        assert boundary(DualSVM(10).fit(points, labels)) == pytest.approx(2)


def test_punishing_what_is_far_is_the_fault_not_the_remedy():
    """Note B has it the other way round: twenty sets, far points on their side."""
    worse = 0
    for seed in range(20):
        rng = np.random.default_rng(seed)
        y = np.repeat([0, 1], 50)
        X = rng.normal(size=(100, 2)) + 2 * (2 * y - 1)[:, None] * [1, 0]
        far = rng.normal((20, 0), 1, size=(20, 2))
        all_X, all_y = np.vstack([X, far]), np.append(y, np.ones(20, int))
        before = LeastSquaresClassifier().fit(X, y)
        after = LeastSquaresClassifier().fit(all_X, all_y)
        assert (before.predict(far) == 1).all()
        worse += zero_one(after.predict(X), y) > zero_one(before.predict(X), y)
    assert worse == 20


def test_nearer_to_one_is_not_more_of_class_one():
    """Note D: scores above 1.5 are farther from 1 than those around 0.7, and surer."""
    rng = np.random.default_rng(0)
    y = rng.integers(2, size=4000)
    X = rng.normal(2 * y)[:, None]
    z = LeastSquaresClassifier().fit(X, y).decision_function(X)
    far, near = z > 1.5, (z > 0.5) & (z < 0.9)
    assert min(far.sum(), near.sum()) > 20
    assert np.abs(z[far] - 1).min() > np.abs(z[near] - 1).max()
    assert y[far].mean() > y[near].mean() + 0.03


def test_reversed_targets_give_the_reversed_score():
    """Note E swaps 1 and -1: nothing but the sign changes, if all agree on it."""
    X, y = two_clouds(2)
    one = LeastSquaresClassifier().fit(X, y).decision_function(X)
    other = LeastSquaresClassifier().fit(X, 1 - y).decision_function(X)
    np.testing.assert_allclose(one, -other, atol=1e-13)


@given(st.integers(0, 10**6), st.integers(1, 4))
def test_the_direction_is_that_of_discriminant_analysis(seed, d):
    X, y = two_clouds(seed, 30, d)
    w = LeastSquaresClassifier().fit(X, y).w_
    lda = LinearDiscriminantAnalysis("lsqr").fit(X, y).coef_[0]
    cosine = w @ lda / np.linalg.norm(w) / np.linalg.norm(lda)
    assert cosine == pytest.approx(1, abs=1e-9)


def test_dependent_features_get_the_shortest_solution():
    """All seven numbers of a Pokémon, total and all."""
    X, y = pokemon_stats()
    seven, six = X, X[:, 1:]
    one = LeastSquaresClassifier().fit(seven, y)
    two = LeastSquaresClassifier().fit(six, y)
    np.testing.assert_allclose(
        one.decision_function(seven), two.decision_function(six), atol=1e-11
    )
