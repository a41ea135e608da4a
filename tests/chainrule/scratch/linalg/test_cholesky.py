"""The factor against NumPy's, and what has none."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chainrule.scratch.linalg import cholesky
from chainrule.scratch.models.generative import gaussian_mle


def covariance(d, seed=0):
    A = np.random.default_rng(seed).normal(size=(d, d + 2))
    return A @ A.T + 0.1 * np.eye(d)


@given(st.integers(1, 5), st.integers(0, 10**6))
def test_cholesky(d, seed):
    S = covariance(d, seed)
    L = cholesky(S)
    np.testing.assert_allclose(L @ L.T, S, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(L, np.linalg.cholesky(S), rtol=1e-12, atol=1e-12)
    assert (np.triu(L, 1) == 0).all()


@given(st.integers(2, 5), st.integers(1, 30), st.integers(0, 10**6))
def test_dependent_features_are_refused(d, n, seed):
    """The last feature is a mixture of the others, on any scale."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, d)) * 10.0 ** rng.integers(-3, 4, size=d)
    X[:, -1] = X[:, :-1] @ rng.normal(size=d - 1)
    with pytest.raises(ValueError, match="is not positive definite: rank"):
        cholesky(gaussian_mle(X)[1])


def test_units_do_not_matter():
    """Metres and nanometres: badly scaled is not singular."""
    scale = np.array([1e-9, 1.0, 1e9])
    S = covariance(3) * np.outer(scale, scale)
    L = cholesky(S)
    np.testing.assert_allclose(L @ L.T, S, rtol=1e-12)


@pytest.mark.parametrize(
    ("S", "message"),
    [
        (np.ones(3), r"must be \(d, d\), got \(3,\)"),
        (np.ones((2, 3)), r"got \(2, 3\)"),
        (np.ones((0, 0)), r"got \(0, 0\)"),
        (np.array([[1.0, 0.5], [0.4, 1.0]]), "finite and symmetric"),
        (np.array([[np.nan]]), "finite and symmetric"),
        (np.array([[1.0, 2.0], [2.0, 1.0]]), "not positive definite: rank 2 of 2"),
        (np.ones((2, 2)), "it is not positive definite: rank 1 of 2"),
        (np.zeros((2, 2)), "rank 0 of 2"),
    ],
)
def test_cholesky_refuses(S, message):
    with pytest.raises(ValueError, match=message):
        cholesky(S, "it")
