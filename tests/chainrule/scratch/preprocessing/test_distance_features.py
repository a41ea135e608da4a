import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linprog
from scipy.spatial.distance import cdist

from chainrule.scratch.preprocessing import distance_features

UNIT = "xor-distance-transform"
X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
T = np.array([0, 1, 1, 0])
CORNERS = np.array([[0.0, 0], [1, 1]])


def separable(F, t=T):
    """Whether some w and b have sign * (w x + b) >= 1 on every row."""
    sign = np.where(t, 1, -1)[:, None]
    A = np.column_stack([np.ones(len(F)), F])
    none = (None, None)
    return linprog(
        np.zeros(A.shape[1]), -sign * A, -np.ones(len(F)), bounds=none
    ).success


@pytest.mark.equation("eq:distance-features")
def test_distances(agree, equation):
    given = np.random.default_rng(0).normal(size=(9, 2))
    ours = distance_features(given, CORNERS)
    symbols = {"x_1": "u", "x_2": "v"}
    for j, name in enumerate(("x_1'", "x_2'")):
        printed = equation("eq:distance-features", name, symbols)
        oracle = printed(u=given[:, 0], v=given[:, 1])
        agree(UNIT, ours[:, j], oracle, 1e-14, against="printed equation (11.5)")


@pytest.mark.parametrize(("n", "d", "m"), [(1, 1, 1), (5, 3, 2), (4, 2, 7)])
def test_is_cdist(agree, n, d, m):
    rng = np.random.default_rng(n)
    given, points = rng.normal(size=(n, d)), rng.normal(size=(m, d))
    ours = distance_features(given, points)
    against = "scipy.spatial.distance.cdist"
    agree(UNIT, ours, cdist(given, points), 1e-14, against=against)


def test_the_notes_points_separate_xor(agree):
    F = distance_features(X, CORNERS)
    r = np.sqrt(2)
    agree(UNIT, F, [[0, r], [1, 1], [1, 1], [r, 0]], 1e-15, against="by hand")
    assert separable(F)
    assert ((F.sum(axis=1) > 1 + 1 / r) == T).all()


def test_the_boundary_is_an_ellipse(agree):
    """Logistic regression is linear in what it is given: here in distances."""
    s, level = np.linspace(0, 2 * np.pi, 50), 1 + np.sqrt(0.5)
    long = level / 2
    short = np.sqrt(long**2 - 0.5)  # half the foci's distance is sqrt(1/2)
    u, v = long * np.cos(s), short * np.sin(s)
    on = 0.5 + np.column_stack([u - v, u + v]) / np.sqrt(2)
    total = distance_features(on, CORNERS).sum(axis=1)
    agree(UNIT, total, np.full(50, level), 1e-14, against="closed form")
    assert np.linalg.matrix_rank(np.column_stack([on, np.ones(50)])) == 3  # no line


def test_neighbouring_corners_do_not_help():
    for i, j in ((0, 1), (0, 2), (3, 1), (3, 2)):
        assert not separable(distance_features(X, X[[i, j]]))
    assert separable(distance_features(X, X[[1, 2]]))


POINT = arrays(float, (2, 2), elements=st.floats(-3, 3))


@pytest.mark.equation("eq:squared-distance")
@pytest.mark.parametrize("seed", range(5))
def test_squares_are_affine_on_the_corners(agree, equation, seed):
    p = np.random.default_rng(seed).normal(size=(1, 2))
    points = {"p_1": "p", "p_2": "r"}
    symbols = points | {"q": "q", "x_1": "u", "x_2": "v"}
    printed = equation("eq:squared-distance", "D", symbols)
    given = {"p": p[0, 0], "r": p[0, 1]}
    q = equation("eq:squared-distance", "q", points)(**given)
    oracle = printed(**given, q=q, u=X[:, 0], v=X[:, 1])
    ours = distance_features(X, p)[:, 0] ** 2
    agree(UNIT, ours, oracle, 1e-14, against="printed equation (11.6)")


@given(POINT)
def test_so_squares_never_separate(points):
    F = distance_features(X, points) ** 2
    np.testing.assert_allclose(F[0] + F[3], F[1] + F[2], atol=1e-12)


def test_refuses_nonsense():
    for bad, points, message in (
        (X[0], CORNERS, r"X must be \(N, d\)"),
        (X, CORNERS[0], r"X must be \(N, d\)"),
        (X[:0], CORNERS, r"got \(0, 2\)"),
        (X, [[1.0]], r"X is \(4, 2\), points are \(1, 1\)"),
        (X * np.nan, CORNERS, "NaN or inf"),
        (X, CORNERS + np.inf, "NaN or inf"),
    ):
        with pytest.raises(ValueError, match=message):
            distance_features(bad, points)


def test_adds_up_in_float64():
    assert distance_features(X.astype("f4"), CORNERS.astype("f4")).dtype == np.float64
