import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import SplineTransformer

from chainrule.scratch.models import PiecewiseLinear
from chainrule.scratch.models.regression import (
    as_relus,
    ramp_sum,
    ramps,
    relu_sum,
    relus,
)
from chainrule.scratch.nn import sigmoid


def curve(pieces, seed=0):
    rng = np.random.default_rng(seed)
    knots = np.cumsum(rng.uniform(0.1, 1, pieces + 1)) - 1
    x = np.concatenate([knots, rng.uniform(knots[0] - 2, knots[-1] + 2, 500)])
    return knots, rng.normal(size=pieces + 1), x


@pytest.mark.equation("eq:ramp-sum", "eq:ramp-weights")
def test_printed_equations(agree, equation):
    knots, v, x = curve(6)
    w, b, c, b0 = ramps(knots, v)
    symbols = {"b": "b0", "K": "K", "c_i": "c[i]", "b_i": "b[i]", "w_i": "w[i]"}
    printed = equation("eq:ramp-sum", "y", symbols | {"x": "x"})
    oracle = printed(b0=b0, K=6, c=c, b=b, w=w, x=x)
    ours = ramp_sum(x, w, b, c, b0)
    unit = "piecewise-linear-curve"
    agree(unit, ours, oracle, 1e-14, against="printed equation (3.1)")
    for lhs, mine, symbols, arrays in (
        ("w_i", w, {"k_i": "k", "k_{i-1}": "j"}, {"k": knots[1:], "j": knots[:-1]}),
        ("b_i", b, {"w_i": "w", "k_{i-1}": "j"}, {"w": w, "j": knots[:-1]}),
        ("c_i", c, {"v_i": "v", "v_{i-1}": "u"}, {"v": v[1:], "u": v[:-1]}),
        ("b", b0, {"v_0": "v"}, {"v": v[0]}),
    ):
        printed = equation("eq:ramp-weights", lhs, symbols)(**arrays)
        agree(unit, mine, printed, 1e-15, against="printed equation (3.2)")


@pytest.mark.equation("eq:relu-weights", by="numpy.interp")
@pytest.mark.parametrize("pieces", [1, 2, 7, 100])
def test_any_curve_of_pieces(agree, pieces):
    for seed in range(10):
        knots, values, x = curve(pieces, seed)
        oracle = np.interp(x, knots, values)
        # Where the curve is zero, ramps of its height cancel, and ReLUs of its slope.
        unit = "piecewise-linear-curve"
        ours = ramp_sum(x, *ramps(knots, values))
        agree(unit, ours, oracle, 1e-13, atol=1e-13, against="numpy.interp")
        ours = relu_sum(x, *relus(knots, values))
        agree("relu-sum-model", ours, oracle, 1e-11, atol=4e-12, against="numpy.interp")


@given(
    st.lists(st.integers(-50, 50), min_size=2, max_size=9, unique=True),
    st.integers(0, 10**6),
)
def test_any_knots(knots, seed):
    knots = np.sort(knots).astype(float)
    values = np.random.default_rng(seed).normal(size=len(knots))
    x = np.linspace(-60, 60, 481)
    for sum_of, make in ((ramp_sum, ramps), (relu_sum, relus)):
        ours = sum_of(x, *make(knots, values))
        np.testing.assert_allclose(ours, np.interp(x, knots, values), atol=1e-11)


def test_two_relus_for_each_ramp(agree):
    knots, values, x = curve(5)
    w, b, c, b0 = ramps(knots, values)
    ours = relu_sum(x, *as_relus(w, b, c), b0)
    oracle = np.interp(x, knots, values)
    agree("relu-sum-model", ours, oracle, 1e-12, against="numpy.interp")
    assert len(as_relus(w, b, c)[0]) == 10
    assert len(relus(knots, values)[0]) == 6  # neighbours share their bends


def test_a_sum_of_lines_is_a_line():
    """Note A sums linear models: no bend can come of that, whatever they are."""
    rng = np.random.default_rng(0)
    x = np.linspace(-3, 3, 61)
    lines = (rng.normal(size=(20, 1)) * x + rng.normal(size=(20, 1))).sum(0)
    assert np.abs(np.diff(lines, 2)).max() < 1e-13
    assert np.abs(np.diff(ramp_sum(x, *ramps([-1, 0, 2], [0, 1, 0])), 2)).max() > 0.05


@pytest.mark.equation("eq:interpolation-error", by="dense grid")
@pytest.mark.equation("eq:pieces-needed", by="dense grid")
@pytest.mark.parametrize(
    ("f", "span", "curvature"),
    [
        (np.sin, (0, 2 * np.pi), 1.0),
        (np.exp, (-1, 1), np.e),
        (sigmoid, (-8, 8), 1 / (6 * np.sqrt(3))),
    ],
)
def test_error_falls_as_the_square_of_the_width(f, span, curvature):
    low, high = span
    errors = {}
    for pieces in (8, 16, 64, 256):
        knots = np.linspace(low, high, pieces + 1)
        x = np.linspace(low, high, 200 * pieces + 1)
        g = ramp_sum(x, *ramps(knots, f(knots)))
        bound = ((high - low) / pieces) ** 2 / 8 * curvature
        errors[pieces] = np.abs(f(x) - g).max() / bound
    assert max(errors.values()) <= 1 + 1e-9
    assert errors[256] > 0.98  # the constant 1/8 is right: the bound is reached
    tolerance = 1e-3
    pieces = int(np.ceil((high - low) * np.sqrt(curvature / (8 * tolerance))))
    knots = np.linspace(low, high, pieces + 1)
    x = np.linspace(low, high, 100 * pieces + 1)
    gap = np.abs(f(x) - ramp_sum(x, *ramps(knots, f(knots)))).max()
    assert 0.8 * tolerance < gap <= tolerance


def test_a_parabola_reaches_the_bound(agree):
    for pieces in (1, 2, 5, 10):
        knots = np.linspace(0, 1, pieces + 1)
        x = np.linspace(0, 1, 20 * pieces + 1)
        error = np.abs(x**2 - ramp_sum(x, *ramps(knots, knots**2))).max()
        bound = (1 / pieces) ** 2 / 8 * 2
        unit = "piecewise-linear-approximation"
        # What is left of numbers up to 1.
        agree(unit, error, bound, 1e-14, atol=4e-16, against="closed form")


@pytest.mark.parametrize("knots", [[-2, 0, 2], np.linspace(-2, 2, 6)])
def test_best_curve_for_the_knots(agree, knots):
    rng = np.random.default_rng(3)
    X = rng.uniform(-2, 2, (80, 1))
    t = np.sin(2 * X[:, 0]) + 0.1 * rng.normal(size=80)
    new = np.linspace(-2.5, 2.5, 101)[:, None]
    ours = PiecewiseLinear(knots).fit(X, t)
    basis = SplineTransformer(
        degree=1, knots=np.reshape(knots, (-1, 1)), extrapolation="constant"
    ).fit(X)
    oracle = LinearRegression().fit(basis.transform(X), t)
    oracle = oracle.predict(basis.transform(new))
    against = "sklearn.preprocessing.SplineTransformer"
    agree("piecewise-linear-curve", ours.predict(new), oracle, 1e-12, against=against)


def test_model_bias_is_not_about_lines_alone():
    """Note A: too few pieces keep a loss that no choice of values removes."""
    x = np.linspace(-2, 2, 400)
    t = x**5 - 4 * x**3 + 3 * x
    line = LinearRegression().fit(x[:, None], t).predict(x[:, None])
    quadratic = np.polyval(np.polyfit(x, t, 2), x)
    fit = PiecewiseLinear(np.linspace(-2, 2, 41)).fit(x[:, None], t)
    loss = [np.mean((y - t) ** 2) for y in (line, quadratic, fit.predict(x[:, None]))]
    assert loss[0] > 0.5
    assert loss[1] > 0.5  # a curve, and as helpless
    assert loss[2] < 1e-3


@pytest.mark.parametrize(
    ("knots", "values", "message"),
    [
        ([0, 1, 1], [0, 1, 2], "knots must increase"),
        ([0, 1], [0, 1, 2], r"got \(2,\) and \(3,\)"),
        ([0], [0], r"got \(1,\)"),
        ([0, np.nan], [0, 1], "must be finite"),
        ([0, 1], [0, np.inf], "must be finite"),
    ],
)
@pytest.mark.parametrize("make", [ramps, relus])
def test_refuses_nonsense(make, knots, values, message):
    with pytest.raises(ValueError, match=message):
        make(knots, values)


def test_estimator_refuses_nonsense():
    model = PiecewiseLinear([0, 1])
    with pytest.raises(AttributeError, match="PiecewiseLinear is not fitted"):
        model.predict(np.zeros((2, 1)))
    with pytest.raises(ValueError, match=r"X must be \(N, 1\), got \(2, 2\)"):
        model.fit(np.zeros((2, 2)), np.zeros(2))
    with pytest.raises(ValueError, match="t contains NaN or inf"):
        model.fit(np.zeros((2, 1)), np.array([np.nan, 0]))
    with pytest.raises(ValueError, match="knots must increase"):
        PiecewiseLinear([1, 0]).fit(np.zeros((2, 1)), np.zeros(2))
