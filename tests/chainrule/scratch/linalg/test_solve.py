from fractions import Fraction

import numpy as np
import pytest
from helpers.conditioning import least_squares_gap
from hypothesis import given
from hypothesis import strategies as st

from chainrule.data import cp_pairs
from chainrule.scratch.linalg import back_substitution, normal_solve, qr_solve
from chainrule.scratch.models.regression import hessian, least_squares

EPS = np.finfo(float).eps
UNIT = "polynomial-regression"


def exact(x, t, degree):
    """Least squares in fractions, by Gauss and Jordan: no rounding at all."""
    x, t = [Fraction(v) for v in x], [Fraction(v) for v in t]
    m = degree + 1
    rows = [
        [sum(v ** (i + j) for v in x) for j in range(m)]
        + [sum(v**i * w for v, w in zip(x, t, strict=True))]
        for i in range(m)
    ]
    for i in range(m):
        pivot = rows[i][i]
        rows[i] = [v / pivot for v in rows[i]]
        for r in range(m):
            if r != i:
                rows[r] = [
                    a - rows[r][i] * b for a, b in zip(rows[r], rows[i], strict=True)
                ]
    return np.array([float(row[m]) for row in rows])


def vandermonde(x, degree):
    return np.vander(x, degree + 1, increasing=True)


@pytest.mark.parametrize("m", [1, 2, 7])
def test_back_substitution(agree, m):
    rng = np.random.default_rng(m)
    R, c = np.triu(rng.normal(size=(m, m)) + 3 * np.eye(m)), rng.normal(size=m)
    oracle = np.linalg.solve(R, c)
    agree(UNIT, back_substitution(R, c), oracle, 1e-14, against="numpy.linalg.solve")


@pytest.mark.equation("eq:qr", by="numpy.linalg.lstsq and the factors themselves")
@pytest.mark.parametrize(("n", "m"), [(5, 5), (9, 1), (40, 6)])
@pytest.mark.parametrize("solve", [qr_solve, normal_solve])
def test_solves_least_squares(agree, solve, n, m):
    rng = np.random.default_rng(n)
    A, t = rng.normal(size=(n, m)), rng.normal(size=n)
    oracle = np.linalg.lstsq(A, t, rcond=None)[0]
    gap = least_squares_gap(A, t, squared=solve is normal_solve)
    agree(UNIT, solve(A, t), oracle, 1e-14, atol=gap, against="numpy.linalg.lstsq")
    Q, R = np.linalg.qr(A)
    np.testing.assert_allclose(Q @ R, A, atol=1e-13)
    np.testing.assert_allclose(R @ qr_solve(A, t), Q.T @ t, atol=1e-12)


@given(st.integers(0, 10**6), st.integers(1, 6), st.integers(0, 20))
def test_qr_leaves_an_error_that_no_column_explains(seed, m, more):
    rng = np.random.default_rng(seed)
    A, t = rng.normal(size=(m + more, m)), rng.normal(size=m + more)
    theta = qr_solve(A, t)
    size = np.linalg.norm(A) ** 2 * np.linalg.norm(theta) + np.linalg.norm(t)
    assert np.abs(A.T @ (A @ theta - t)).max() <= 1e-13 * (1 + size) * m


@pytest.mark.equation("eq:condition-number", by="numpy.linalg.cond, and the Hessian's")
def test_condition_number_of_the_hessian_is_the_square(agree):
    X = np.random.default_rng(0).normal(size=(30, 3)) * [1, 5, 0.2]
    A = np.column_stack([np.ones(30), X])
    sigma = np.linalg.svd(A, compute_uv=False)
    kappa = sigma[0] / sigma[-1]
    agree(UNIT, kappa, np.linalg.cond(A), 1e-13, against="numpy.linalg.cond")
    of_hessian = np.linalg.cond(hessian(X))
    agree(UNIT, of_hessian / kappa**2, 1, 1e-13, against="condition number, squared")


@pytest.mark.equation("eq:rounding", by="slopes over eleven degrees, 30 draws each")
def test_errors_grow_with_kappa_and_its_square():
    x, rng = np.linspace(0, 1, 30), np.random.default_rng(1)
    kappas, errors = [], {qr_solve: [], normal_solve: []}
    for degree in range(2, 12):
        A = vandermonde(x, degree)
        kappas.append(np.linalg.cond(A))
        for solve, found in errors.items():
            thetas = rng.normal(size=(30, degree + 1))
            off = [np.linalg.norm(solve(A, A @ th) - th) for th in thetas]
            found.append(np.median(off / np.linalg.norm(thetas, axis=1)))
    log = np.log(kappas)
    slopes = {s: np.polyfit(log, np.log(e), 1)[0] for s, e in errors.items()}
    assert 0.7 < slopes[qr_solve] < 1.2
    assert 1.6 < slopes[normal_solve] < 2.2
    assert (np.array(errors[qr_solve]) < EPS * np.array(kappas)).all()
    assert (np.array(errors[normal_solve]) < EPS * np.array(kappas) ** 2).all()
    assert errors[normal_solve][-1] > 1e4 * errors[qr_solve][-1]
    growth = np.diff(log)
    assert 5 < np.exp(growth.min()) < np.exp(growth.max()) < 6.5


def test_qr_does_not_mind_the_length_of_columns(agree):
    """At degree 5 raw powers of the CP have a condition number of 3e14."""
    X, t = cp_pairs()
    x, oracle = X[:, 0], exact(X[:, 0], t, 5)
    raw, divided = vandermonde(x, 5), vandermonde(x / 606, 5)
    assert 1e14 < np.linalg.cond(raw) < 1e15
    assert 1e4 < np.linalg.cond(divided) < 1e5
    against = "exact fractions"
    ours = qr_solve(raw, t) / oracle
    agree(UNIT, ours, np.ones(6), 1e-10, against=against)
    ours = qr_solve(divided, t) / 606.0 ** np.arange(6) / oracle
    agree(UNIT, ours, np.ones(6), 1e-10, against=against)
    by_normal = np.abs(normal_solve(raw, t) / oracle - 1).max()
    assert by_normal > 10 * np.abs(ours - 1).max()


def test_singular_values_of_raw_powers_are_dropped():
    """From degree 6 on chapter 2's least squares loses parameters, silently."""
    X, t = cp_pairs()
    raw = X ** np.arange(1, 7)
    w, _ = least_squares(raw, t)
    oracle = exact(X[:, 0], t, 6)
    assert np.abs(w / oracle[1:] - 1).max() > 0.1
    w, _ = least_squares((X / 606) ** np.arange(1, 7), t)
    np.testing.assert_allclose(w / 606.0 ** np.arange(1, 7), oracle[1:], rtol=1e-8)


def test_refuses_what_has_no_single_answer():
    with pytest.raises(ValueError, match="2 samples for 3 parameters"):
        qr_solve(np.ones((2, 3)), np.ones(2))
    twice = np.column_stack([np.arange(5.0), 3 * np.arange(5.0)])
    with pytest.raises(ValueError, match="dependent"):
        qr_solve(twice, np.ones(5))
    with pytest.raises(ValueError, match="dependent"):
        qr_solve(np.zeros((3, 1)), np.ones(3))
    with pytest.raises(ValueError, match="zero on its diagonal"):
        back_substitution(np.diag([1.0, 0.0]), np.ones(2))
    with pytest.raises(ValueError, match="Singular"):
        normal_solve(np.zeros((3, 2)), np.ones(3))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_adds_up_in_float64(dtype):
    A = vandermonde(np.arange(4), 2).astype(dtype)
    t = np.ones(4, dtype)
    assert qr_solve(A, t).dtype == normal_solve(A, t).dtype == np.float64
