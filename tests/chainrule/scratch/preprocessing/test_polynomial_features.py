import numpy as np
import pytest
from sklearn.preprocessing import PolynomialFeatures

from chainrule.scratch.preprocessing import powers

UNIT = "polynomial-regression"


@pytest.mark.equation("eq:powers", by="sklearn.preprocessing.PolynomialFeatures")
@pytest.mark.parametrize("degree", [1, 2, 9])
def test_powers(agree, degree):
    X = np.random.default_rng(0).uniform(-1, 1, (20, 1))
    oracle = PolynomialFeatures(degree, include_bias=False).fit_transform(X)
    against = "sklearn.preprocessing.PolynomialFeatures"
    agree(UNIT, powers(X[:, 0], degree), oracle, 1e-15, against=against)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_stays(dtype):
    assert powers(np.ones(4, dtype), 3).dtype == dtype


@pytest.mark.parametrize(
    ("x", "degree", "message"),
    [
        (np.ones((2, 1)), 2, r"x must be \(N,\), got \(2, 1\)"),
        (np.ones(2), -1, "degree must be 0, 1, 2, …, got -1"),
        (np.ones(2), 1.5, "got 1.5"),
    ],
)
def test_refuses_nonsense(x, degree, message):
    with pytest.raises(ValueError, match=message):
        powers(x, degree)
