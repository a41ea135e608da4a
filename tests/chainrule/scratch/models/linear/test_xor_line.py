"""What one line can do with XOR."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog, minimize
from sklearn.linear_model import LogisticRegression

from chainrule.scratch.nn import binary_cross_entropy_with_logits, sigmoid

LIMIT = "logistic-limitation-xor"
X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
T = np.array([0, 1, 1, 0])
A = np.column_stack([np.ones(4), X])


def separable(t):
    sign = np.where(t, 1, -1)[:, None]
    return linprog(np.zeros(3), -sign * A, -np.ones(4), bounds=(None, None)).success


@pytest.mark.equation("eq:xor-unit")
def test_one_unit(agree, equation):
    b, w = 0.3, np.array([1.5, -2.0])
    oracle = LogisticRegression().fit(X, T)
    oracle.coef_, oracle.intercept_ = w[None], np.array([b])
    symbols = {"b": "b", "w_1": "p", "w_2": "q", "x_1": "u", "x_2": "v"}
    values = {"b": b, "p": w[0], "q": w[1], "u": X[:, 0], "v": X[:, 1]}
    z = equation("eq:xor-unit", "z", symbols)(**values)
    y = equation("eq:xor-unit", "y", {"z": "z"})(z=z)
    agree(LIMIT, A @ [b, *w], z, 1e-15, against="printed equation (11.1)")
    theirs = oracle.predict_proba(X)[:, 1]
    agree(LIMIT, sigmoid(A @ [b, *w]), y, 1e-15, against="printed equation (11.1)")
    agree(LIMIT, y, theirs, 1e-15, against="sklearn.linear_model.LogisticRegression")


@pytest.mark.equation("eq:xor-identity", by="random lines")
def test_both_diagonals_have_one_sum(agree):
    z = A @ np.random.default_rng(0).normal(size=(3, 1000))
    agree(LIMIT, z[0] + z[3], z[1] + z[2], 1e-14, against="the other diagonal")


@pytest.mark.equation("eq:xor-inequalities", by="scipy.optimize.linprog")
def test_xor_and_its_complement_alone_cannot_be_separated():
    failing = [t for t in product([0, 1], repeat=4) if not separable(np.array(t))]
    assert failing == [(0, 1, 1, 0), (1, 0, 0, 1)]


def test_best_line_gets_three_of_four():
    """All ways in which lines split the corners: the 14 that linprog can."""
    splits = [t for t in product([0, 1], repeat=4) if separable(np.array(t))]
    assert len(splits) == 14
    assert max((np.array(t) == T).sum() for t in splits) == 3


@pytest.mark.equation("eq:xor-bound", by="scipy.optimize.minimize and scikit-learn")
def test_the_least_cross_entropy_is_ln_2_at_zero(agree):
    def value(theta):
        return binary_cross_entropy_with_logits(A @ theta, T)

    at_zero = A.T @ (sigmoid(np.zeros(4)) - T) / 4
    agree(LIMIT, at_zero, np.zeros(3), 0, against="by hand")
    agree(LIMIT, value(np.zeros(3)), np.log(2), 1e-15, against="closed form")
    start = np.random.default_rng(0).normal(size=(10, 3))
    ends = [minimize(value, s, tol=1e-12) for s in start]
    found = np.array([end.x for end in ends])
    zero, against = np.zeros((10, 3)), "scipy.optimize.minimize"
    agree(LIMIT, found, zero, 0, atol=1e-6, against=against)  # values tie below
    values = [value(s) for s in 3 * start]
    assert min(values) > np.log(2)
    fit = LogisticRegression(C=np.inf).fit(X, T)
    agree(LIMIT, fit.predict_proba(X)[:, 1], np.full(4, 0.5), 1e-12, against="1/2")


@given(st.tuples(*[st.floats(-20, 20)] * 3))
def test_jensen_twice(theta):
    z = A @ np.array(theta)
    m = (z[0] + z[3]) / 2
    between = (np.logaddexp(0, m) + np.logaddexp(0, -m)) / 2
    value = binary_cross_entropy_with_logits(z, T)
    assert value >= between - 1e-12
    assert between >= np.log(2) - 1e-12
