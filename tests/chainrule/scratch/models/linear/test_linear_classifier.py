"""What every two-class classifier with a linear score promises."""

import numpy as np
import pytest

from chainrule.scratch.models import (
    DualSVM,
    LeastSquaresClassifier,
    LinearSVM,
    NotFittedError,
    Perceptron,
)
from chainrule.scratch.models.linear import LinearClassifier

ALL = [LeastSquaresClassifier, Perceptron, LinearSVM, DualSVM]
X = np.array([[0.0, 1], [1, 0], [4, 5], [5, 4]])


@pytest.mark.equation("eq:score")
def test_score(agree, equation):
    rng = np.random.default_rng(0)
    model = LinearClassifier()
    model.w_, model.b_ = rng.normal(size=3), 0.3
    X = rng.normal(size=(5, 3))
    symbols = {"b": "b", "d": "d", "w_j": "w[j]", "x_{nj}": "x[j]"}
    printed = equation("eq:score", "z_n", symbols)(b=0.3, d=3, w=model.w_, x=X.T)
    z = model.decision_function(X)
    unit = "classification-as-regression"
    agree(unit, z, printed, 1e-15, against="printed equation (6.1)")


@pytest.mark.equation("eq:decide", by="scores of -1, 0 and 1, one by one")
def test_a_score_of_zero_belongs_to_the_first_class():
    model = LinearClassifier()
    model.w_, model.b_ = np.ones(1), 0.0
    model.classes_ = np.array(["normal", "water"])
    found = model.predict([[-1.0], [0.0], [1.0]])
    assert found.tolist() == ["normal", "normal", "water"]


@pytest.mark.parametrize("model", ALL)
@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_words_numbers_and_truth_values(model):
    for y in (["b", "b", "a", "a"], [7, 7, -3, -3], [False, False, True, True]):
        fitted = model().fit(X, y)
        assert fitted.predict(X).tolist() == y
        assert fitted.classes_.tolist() == sorted(set(y))
        positive = fitted.decision_function(X) > 0
        assert (np.asarray(y)[positive] == fitted.classes_[1]).all()


@pytest.mark.parametrize("model", ALL)
@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_fit_returns_the_model_and_leaves_the_data(model):
    data, y = X.copy(), np.array([0, 0, 1, 1])
    one = model()
    assert one.fit(data, y) is one
    np.testing.assert_array_equal(data, X)
    single = model().fit(data.astype(np.float32), y)
    np.testing.assert_allclose(single.w_, one.w_)
    assert single.w_.dtype == np.float64
    one.fit(data + 1, y)  # a second fit starts afresh
    np.testing.assert_allclose(one.w_, model().fit(data + 1, y).w_)


@pytest.mark.parametrize("model", ALL)
@pytest.mark.parametrize(
    ("X", "y", "message"),
    [
        (X[:, 0], [0, 0, 1, 1], r"X must be \(N, d\)"),
        (X[:0], [], r"X must be \(N, d\)"),
        (X, [0, 1], r"y must be \(4,\), got \(2,\)"),
        (X, [[0], [0], [1], [1]], r"y must be \(4,\), got \(4, 1\)"),
        (X, [1, 1, 1, 1], "2 to 2 classes"),
        (X, [0, 1, 2, 2], "2 to 2 classes"),
        (np.where(X == 4, np.nan, X), [0, 0, 1, 1], "NaN or inf"),
        (np.where(X == 4, np.inf, X), [0, 0, 1, 1], "NaN or inf"),
        (X, [0, 0, 1, np.nan], "NaN or inf"),
    ],
)
def test_bad_data_is_refused(model, X, y, message):
    with pytest.raises(ValueError, match=message):
        model().fit(X, y)


@pytest.mark.parametrize("model", ALL)
@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_fit_comes_first_and_fixes_the_width(model):
    for ask in ("predict", "decision_function"):
        with pytest.raises(NotFittedError, match=model.__name__):
            getattr(model(), ask)(X)
        fitted = model().fit(X, [0, 0, 1, 1])
        with pytest.raises(ValueError, match=r"X must be \(N, 2\), got \(\d+, 3\)"):
            getattr(fitted, ask)(np.ones((1, 3)))
        with pytest.raises(ValueError, match="NaN"):
            getattr(fitted, ask)([[np.nan, 1.0]])
