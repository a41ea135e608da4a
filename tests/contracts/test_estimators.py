"""What every estimator of scratch.models lets in, refuses, and says when it fails.

Nothing here names an estimator but where one differs in its arguments: whatever
chainrule.scratch.models exports and is an Estimator is asked.
"""

import importlib
import warnings

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.datasets import load_breast_cancer, load_iris
from sklearn.linear_model import LogisticRegression as TheirLogistic
from sklearn.naive_bayes import GaussianNB as TheirGaussianNB
from sklearn.svm import SVC

from chainrule.scratch import models
from chainrule.scratch.linalg import cholesky
from chainrule.scratch.models import ConvergenceWarning, Estimator
from chainrule.scratch.models.generative import gaussian_mle
from chainrule.scratch.models.regression import (
    gradients,
    hessian,
    least_squares,
    ridge_gradients,
)
from chainrule.scratch.preprocessing import one_hot, powers

EVERY = [
    getattr(models, name)
    for name in models.__all__
    if issubclass(getattr(models, name), Estimator) and name != "Estimator"
]
REGRESSORS = {
    models.IndicatorRegression,
    models.PiecewiseLinear,
    models.PolynomialRegression,
    models.ReLUSum,
    models.Ridge,
    models.SigmoidSum,
}
CLASSIFIERS = [cls for cls in EVERY if cls not in REGRESSORS]
NEEDED = {
    models.PiecewiseLinear: {"knots": [0.0, 2.0, 5.0]},
    models.LogisticRegression: {"weight_decay": 0.1},
    models.SoftmaxRegression: {"weight_decay": 0.1},
}
SHORT = {  # where the way does not matter, only that it is the same
    models.CascadedLogistic: {"steps": 20},
    models.Perceptron: {"max_iter": 20},
    models.ReLUSum: {"steps": 20},
    models.SigmoidSum: {"steps": 20},
}
WIDE = {models.PiecewiseLinear: 1, models.PolynomialRegression: 1}

every = pytest.mark.parametrize("cls", EVERY)
classifier = pytest.mark.parametrize("cls", CLASSIFIERS)
quiet = pytest.mark.filterwarnings("ignore:.*did not converge")


def data(cls):
    """Small whole numbers, so that each dtype holds them; 0 and 1 for Bernoulli."""
    rng = np.random.default_rng(0)
    X = rng.integers(0, 6, size=(60, WIDE.get(cls, 3)))
    y = (X.sum(axis=1) + rng.integers(0, 3, 60) > 3 * X.shape[1]).astype(int)
    return (X > 2 if cls is models.BernoulliNB else X).astype(float), y


def fit(cls, X, y):
    model = cls(**NEEDED.get(cls, {}), **SHORT.get(cls, {}))
    if cls is models.IndicatorRegression:
        return model.fit(X, y, np.zeros(60, int))
    return model.fit(X, y)


def predict(model, X):
    if isinstance(model, models.IndicatorRegression):
        return model.predict(X, np.zeros(len(X), int))
    return model.predict(X)


@quiet
@every
@pytest.mark.parametrize(
    "dtype", [np.uint8, np.int8, np.int64, np.float16, np.float32, np.longdouble, list]
)
def test_every_real_number_counts_as_float64(cls, dtype):
    X, y = data(cls)
    given = X.astype(int).tolist() if dtype is list else X.astype(dtype)
    if cls is models.BernoulliNB and dtype is np.uint8:
        given = X.astype(bool)
    ours = predict(fit(cls, given, y), given)
    np.testing.assert_array_equal(ours, predict(fit(cls, X, y), X))


@every
@pytest.mark.parametrize("kind", [complex, "U3", object])
def test_refuses_features_that_are_no_numbers(cls, kind):
    X, y = data(cls)
    with pytest.raises(TypeError, match="X must be real numbers, got"):
        fit(cls, X.astype(int).astype(kind), y)


@every
def test_refuses_masks_and_what_is_not_finite(cls):
    X, y = data(cls)
    hidden = np.ma.array(X, mask=X.max() == X)
    with pytest.raises(TypeError, match="X has masked entries"):
        fit(cls, hidden, y)
    with pytest.raises(TypeError, match=r"[yt] has masked entries"):
        fit(cls, X, np.ma.array(y, mask=y == 1))
    for bad in (np.nan, np.inf):
        with pytest.raises(ValueError, match="X contains NaN or inf"):
            fit(cls, np.where(X.max() == X, bad, X), y)


@every
@pytest.mark.parametrize("shape", [(60, 1), (59,), (1, 60), (60, 2)])
def test_one_target_for_each_row(cls, shape):
    X, y = data(cls)
    with pytest.raises(ValueError, match=r"[yt] must be \(60,\), got"):
        fit(cls, X, np.resize(y, shape))


@classifier
def test_refuses_what_is_no_class(cls):
    X, y = data(cls)
    with pytest.raises(
        ValueError, match=r"y is continuous, got \d\.3: classes are whole"
    ):
        fit(cls, X, y + 0.3)
    with pytest.raises(ValueError, match="classes, got"):
        fit(cls, X, np.zeros(60))
    mixed = np.where(y == 1, "a", None)
    for bad in (y * 1j, np.array([*["a"] * 59, 1], object), mixed):
        with pytest.raises(TypeError, match="y must be integers, booleans or words"):
            fit(cls, X, bad)


@quiet
@classifier
@pytest.mark.parametrize(
    "names", [[-1, 1], [False, True], ["no", "yes"], [1.0, 2.0], [3, 200]]
)
@pytest.mark.parametrize("as_object", [False, True])
def test_classes_may_have_any_name(cls, names, as_object):
    X, y = data(cls)
    named = np.array(names)[y]
    ours = fit(cls, X, named.astype(object) if as_object else named)
    assert ours.classes_.tolist() == names
    oracle = np.array(names)[predict(fit(cls, X, y), X)]
    np.testing.assert_array_equal(ours.predict(X), oracle)


@quiet
@every
def test_scikit_learn_can_clone(cls):
    """Row for row the same arguments, and nothing that fit left behind."""
    X, y = data(cls)
    model = fit(cls, X, y)
    again = clone(model)
    assert type(again) is cls
    assert again.get_params() == model.get_params()
    learned = {name for name in vars(model) if name.endswith("_")}
    assert learned
    assert not learned & vars(again).keys()
    for name, value in model.get_params().items():
        assert again.set_params(**{name: value}) is again
    with pytest.raises(ValueError, match="no argument 'wrong'"):
        model.set_params(wrong=1)


def test_the_package_exports_them():
    from chainrule.scratch.models import LogisticRegression

    assert LogisticRegression in EVERY
    assert set(models.__all__) <= vars(models).keys()


@every
def test_its_room_exports_it(cls):
    room = importlib.import_module(cls.__module__.rpartition(".")[0])
    assert room.__name__.rpartition(".")[0] == models.__name__
    assert cls.__name__ in room.__all__
    assert getattr(room, cls.__name__) is cls


SCORERS = [cls for cls in EVERY if hasattr(cls, "score")]


@pytest.mark.parametrize("cls", SCORERS)
def test_a_column_is_no_score(cls):
    X, y = data(cls)
    model = fit(cls, X, y)
    assert model.score(X, y) == np.mean(model.predict(X) == y)
    with pytest.raises(ValueError, match=r"y must be \(60,\), got \(60, 1\)"):
        model.score(X, y[:, None])


def test_iris_by_a_column():
    X, y = load_iris(return_X_y=True)
    model = models.QuadraticDiscriminantAnalysis().fit(X, y)
    assert model.score(X, y) > 0.95
    with pytest.raises(ValueError, match=r"got \(150, 1\)"):
        model.score(X, y[:, None])


# --- large means: sums in float64 ---------------------------------------------------


@pytest.fixture(scope="module", params=[1e3, 1e6])
def far(request):
    """Float32 samples with this mean and deviation 1, and their exact moments.

    scikit-learn is no oracle: its float32 GaussianNB adds up in float32.
    """
    rng = np.random.default_rng(0)
    X = (request.param + rng.normal(size=(1_000_000, 2))).astype(np.float32)
    wide = X.astype(np.longdouble)
    return X, wide.mean(axis=0), wide.var(axis=0)


def test_moments_of_far_away_samples(far):
    X, mean, var = far
    ours, covariance = gaussian_mle(X)
    np.testing.assert_allclose(ours, mean.astype(float), rtol=1e-12)
    np.testing.assert_allclose(np.diag(covariance), var.astype(float), rtol=1e-8)
    y = np.arange(len(X)) % 2
    model = models.GaussianNB(var_smoothing=0).fit(X, y)
    oracle = TheirGaussianNB(var_smoothing=0).fit(X.astype(float), y)
    np.testing.assert_allclose(model.means_, oracle.theta_, rtol=1e-12)
    np.testing.assert_allclose(model.var_, oracle.var_, rtol=1e-6)


def test_slopes_of_far_away_samples(far):
    X, mean, _ = far
    t = X[:, 0].astype(float)
    ridge = models.Ridge(0).fit(X, t)
    np.testing.assert_allclose(ridge.w_, [1, 0], atol=1e-8)
    w, b = least_squares(X, t)
    np.testing.assert_allclose(w, [1, 0], atol=1e-8)
    assert abs(b) < 1e-8 * mean[0]


def test_scikit_learn_adds_up_in_float32():
    """A documented difference: the same float32 samples cost it the mean."""
    rng = np.random.default_rng(0)
    X = (1000 + rng.normal(size=(1_000_000, 2))).astype(np.float32)
    theirs = TheirGaussianNB().fit(X, np.arange(len(X)) % 2)
    assert theirs.var_.min() > 1.5 or abs(theirs.theta_ - 1000).max() > 0.1


def test_small_integers_in_the_formulas():
    rng = np.random.default_rng(0)
    X, t = rng.integers(0, 256, size=(2, 50, 3)).astype(np.uint8)
    t = t[:, 0]
    w, b, wide = np.array([0.5, -0.25, 1.0]), 3.0, (X.astype(float), t.astype(float))
    for narrow, oracle in (
        (gradients(X, t, w, b), gradients(*wide, w, b)),
        (ridge_gradients(X, t, w, b, 2.0), ridge_gradients(*wide, w, b, 2.0)),
        ([hessian(X)], [hessian(wide[0])]),
        (least_squares(X, t), least_squares(*wide)),
    ):
        for ours, exact in zip(narrow, oracle, strict=True):
            np.testing.assert_array_equal(ours, exact)
    error = wide[0] @ w + b - wide[1]
    by_w, by_b = gradients(X, t, w, b)
    np.testing.assert_allclose(by_w, 2 * wide[0].T @ error / 50, rtol=1e-14)
    np.testing.assert_allclose(by_b, 2 * error.mean(), rtol=1e-14)
    for dtype in (int, np.uint8, np.int8):
        assert powers(np.array([100], dtype), 10)[0, 9] == 1e20


def test_a_column_of_targets_is_refused_by_the_formulas():
    X, t, w = np.ones((4, 2)), np.ones((4, 1)), np.ones(2)
    for call in (lambda: gradients(X, t, w, 0.0), lambda: least_squares(X, t)):
        with pytest.raises(ValueError, match=r"t must be \(4,\), got \(4, 1\)"):
            call()


def test_many_classes_need_no_square():
    import tracemalloc

    y = np.arange(6000) // 1000 * 1000  # 6 classes; then 3,000 for 3,000 samples
    classes, T = one_hot(y)
    np.testing.assert_array_equal(T, np.eye(6)[np.searchsorted(classes, y)])
    tracemalloc.start()
    one_hot(np.arange(500))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1.5 * 500 * 500 * 8


# --- covariances: a tolerance of the dtype and the matrix ---------------------------


@pytest.mark.parametrize(("d", "rho"), [(100, 0.99), (784, 0.92)])
@pytest.mark.parametrize("cls", [models.LinearDiscriminantAnalysis])
def test_well_conditioned_float32(cls, d, rho):
    S = np.full((d, d), rho, np.float32)
    np.fill_diagonal(S, 1)
    L = cholesky(S)
    np.testing.assert_allclose(L @ L.T, S, atol=1e-12)
    rng = np.random.default_rng(0)
    X = (rng.normal(size=(3 * d, d)) @ L.T).astype(np.float32)
    y = np.arange(3 * d) % 2
    X[y == 1] += 1
    ours, oracle = cls().fit(X, y), cls().fit(X.astype(float), y)
    np.testing.assert_array_equal(ours.coef_, oracle.coef_)
    if d == 100:
        quadratic = models.QuadraticDiscriminantAnalysis().fit(X, y)
        assert quadratic.score(X, y) > 0.9


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("scale", [1e-12, 1.0, 1e12])
def test_dependent_features_at_any_scale(dtype, scale):
    """Units change nothing: neither does a large one hide a small one."""
    X = np.random.default_rng(0).normal(size=(200, 3))
    X[:, 2] = X[:, 0] + X[:, 1]
    S = (X.T @ X / 200 * scale).astype(dtype)
    with pytest.raises(ValueError, match="not positive definite: rank 2 of 3"):
        cholesky(S)
    units = np.array([1e-3, 1, 1], dtype)
    S = S * units * units[:, None]
    with pytest.raises(ValueError, match="not positive definite: rank 2 of 3"):
        cholesky(S)


@pytest.mark.parametrize("scale", [1e-12, 1.0, 1e12])
def test_asymmetry_at_any_scale(scale):
    with pytest.raises(ValueError, match="finite and symmetric"):
        cholesky(scale * np.array([[1, 0.5], [0.4, 1]]))
    exact = scale * np.array([[1, 0.5], [0.5, 1]])
    np.testing.assert_allclose(cholesky(exact), np.linalg.cholesky(exact), rtol=1e-14)


# --- convergence --------------------------------------------------------------------


def cancer():
    X, y = load_breast_cancer(return_X_y=True)
    return X, y, (X - X.mean(axis=0)) / X.std(axis=0)


def test_a_support_vector_machine_knows_how_far_it_is():
    raw, y, X = cancer()
    with pytest.warns(ConvergenceWarning, match=r"LinearSVM did not.*standardize"):
        model = models.LinearSVM(C=1.0).fit(raw, y)
    assert not model.converged_
    assert not model.w_.any()  # and the warning is the only sign of it
    model = models.LinearSVM(C=0.01, steps=3000).fit(X, y)
    assert model.converged_
    assert model.n_iter_ == 3000
    svc = SVC(C=0.01, kernel="linear", tol=1e-9).fit(X, y)
    w, b = svc.coef_[0], svc.intercept_[0]
    t = 2 * y - 1
    lowest = w @ w / 2 + 0.01 * np.maximum(0, 1 - t * (X @ w + b)).sum()
    best = model.losses_.min()
    assert best - model.gap_ <= lowest <= best
    assert model.gap_ <= 0.05 * best


@pytest.mark.parametrize("cls", [models.LogisticRegression, models.SoftmaxRegression])
def test_descent_says_that_it_is_not_there(cls):
    raw, y, X = cancer()
    slow = cls(0.1, solver="gradient-descent")
    with pytest.warns(ConvergenceWarning, match=r"a slope is .*standardize"):
        assert not slow.fit(raw, y).converged_
    there = cls(0.1, solver="gradient-descent", steps=1000).fit(X, y)
    assert there.converged_
    newton = cls(0.1).fit(X, y)
    assert newton.converged_
    assert there.losses_[-1] == pytest.approx(newton.losses_[-1], abs=1e-5)


@pytest.mark.parametrize("scale", [1e-12, 1e-6, 1.0, 1e6, 1e12])
def test_units_do_not_decide_what_converged_means(scale):
    """At 1e-12 every slope is below 1e-10 at the start: w = 0 is not the answer."""
    _, y, X = cancer()
    X = X[:, :2]
    ours = models.LogisticRegression().fit(scale * X, y)
    theirs = TheirLogistic(C=np.inf, tol=1e-10, max_iter=1000).fit(X, y)
    np.testing.assert_allclose(ours.w_ * scale, theirs.coef_[0], rtol=1e-4)


def test_far_from_zero_newton_still_ends():
    _, y, X = cancer()
    X = X[:, :2]
    near, far = (models.LogisticRegression().fit(X + s, y) for s in (0, 1e5))
    np.testing.assert_allclose(far.w_, near.w_, rtol=1e-4)


@pytest.mark.parametrize(
    ("model", "X", "y"),
    [
        (models.Perceptron(max_iter=5), [[0.0], [1.0], [2.0]], [0, 1, 0]),
        (models.DualSVM(max_iter=1), [[0.0], [1.0], [2.0], [2.5]], [0, 1, 0, 1]),
        (models.CascadedLogistic(steps=3), [[0.0], [1.0], [2.0]], [0, 1, 0]),
        (models.SigmoidSum(steps=10), [[0.0], [1.0], [2.0]], [0, 10, 20]),
        (models.ReLUSum(steps=10, lr=1e-3), [[0.0], [1.0], [2.0]], [0, 10, 20]),
        (models.LinearSVM(steps=3), [[0.0], [1.0], [2.0]], [0, 1, 0]),
    ],
)
def test_who_iterates_says_so(model, X, y):
    name = type(model).__name__
    with pytest.warns(
        ConvergenceWarning, match=f"{name} did not converge: .*more steps"
    ):
        model.fit(X, y)
    assert model.converged_ is False
    assert model.n_iter_ >= 1


@pytest.mark.parametrize("cls", [models.SigmoidSum, models.ReLUSum])
def test_networks_that_are_there_say_nothing(cls):
    X = np.linspace(-2, 2, 50)[:, None]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        model = cls(steps=3000).fit(X, np.tanh(2 * X[:, 0]))
    assert model.converged_
    assert model.losses_[-1] < 0.01


def test_saturated_units_are_no_fit():
    """Raw scales: each slope is exactly 0 far from any minimum."""
    X = 1e6 + 1e5 * np.linspace(-2, 2, 50)[:, None]
    with pytest.warns(ConvergenceWarning, match="standardize"):
        model = models.SigmoidSum().fit(X, np.tanh(X[:, 0] / 1e5 - 10))
    assert not model.converged_


@pytest.mark.parametrize("scale", [1e-9, 1.0])
def test_the_dual_finds_its_street_in_any_unit(scale):
    X, t = np.array([[0.0], [1.0], [3.0], [4.0]]), [-1, -1, 1, 1]
    model = models.DualSVM(C=np.inf).fit(scale * X, t)
    assert model.w_[0] * scale == pytest.approx(1)
    assert model.b_ == pytest.approx(-2)
