from pathlib import Path

import numpy as np
import pytest

from chainrule.data import cp_pairs, evolutions
from chainrule.data.evolution import FACTORS
from chainrule.scratch.models import IndicatorRegression, PolynomialRegression
from chainrule.scratch.models.regression import least_squares, predict

ROOT = Path(__file__).parents[3]


def test_the_pairs_give_the_lectures_line():
    X, t = cp_pairs()
    w, b = least_squares(X, t)
    assert (round(b, 1), round(w[0], 1)) == (-188.4, 2.7)
    assert X.shape == (10, 1)
    assert t.shape == (10,)


def test_the_pairs_are_those_of_the_other_pages():
    """Part V descends on the same ten pairs."""
    X, t = cp_pairs()
    other = ROOT / "snippets/optimization/adaptive-learning-rates/bowl.py"
    for values in (X[:, 0], t):
        assert ", ".join(str(int(v)) for v in values) in other.read_text("utf-8")


LECTURE = [31.9, 15.4, 15.3, 14.9, 12.8]  # its training errors, degree 1 to 5


@pytest.mark.equation("eq:lecture-error")
@pytest.mark.parametrize("degree", range(1, 6))
def test_the_lectures_average_error_is_no_average(agree, equation, degree):
    X, t = cp_pairs()
    y = PolynomialRegression(degree).fit(X, t).predict(X)
    symbols = {"N": "N", "y_n": "y[n]", "t_n": "t[n]"}
    printed = equation("eq:lecture-error", "e", symbols)(N=10, y=y, t=t)
    unit = "pokemon-cp-regression"
    ours = np.linalg.norm(y - t) / 10
    agree(unit, ours, printed, 1e-14, against="printed equation (5.2)")
    lecture = LECTURE[degree - 1]
    agree(unit, printed, lecture, 0.05, against="the lecture's slide")
    rms = np.sqrt(np.mean((y - t) ** 2))
    agree(unit, printed * np.sqrt(10), rms, 1e-14, against="rms error")
    assert min(abs(rms - lecture), abs(np.abs(y - t).mean() - lecture)) > 9


@pytest.mark.equation("eq:cp-line")
def test_line(agree, equation):
    X, t = cp_pairs()
    w, b = least_squares(X, t)
    symbols = {"b": "b", "w": "w", r"x_{\mathrm{cp}}": "x"}
    printed = equation("eq:cp-line", "y", symbols)(b=b, w=w[0], x=X[:, 0])
    ours, unit = predict(X, w, b), "pokemon-cp-regression"
    agree(unit, ours, printed, 1e-14, against="printed equation (5.1)")


def test_ratios_make_three_groups():
    X, t = cp_pairs()
    ratio = np.sort(t / X[:, 0])
    np.testing.assert_allclose(ratio[:4], 1.08, atol=0.021)
    np.testing.assert_allclose(ratio[4:9], 1.89, atol=0.012)
    assert ratio[9] == pytest.approx(2.63, abs=0.006)


def test_synthetic_rule_is_found_again(agree):
    X, species, t = evolutions(3000, seed=1)
    assert X.shape == (3000, 4)
    assert (X > 0).all()
    model = IndicatorRegression().fit(X[:, :1], t, species)
    unit, against = "pokemon-species-indicator", "a fit of what it made"
    agree(unit, model.w_[:, 0], FACTORS, 0.01, against=against)
    residual = model.predict(X[:, :1], species) - t
    agree(unit, residual.std(), 15.0, 0.05, against=against)


def test_without_noise_only_cp_and_species_count(agree):
    X, species, t = evolutions(50, seed=2, noise=0)
    unit, exact = "pokemon-species-indicator", FACTORS[species] * X[:, 0]
    agree(unit, t, exact, 0, against="closed form")


def test_seed_decides():
    same = [evolutions(20, seed=s)[2] for s in (3, 3, 4)]
    assert (same[0] == same[1]).all()
    assert (same[0] != same[2]).any()


@pytest.mark.parametrize(("size", "noise"), [(0, 1), (-1, 1), (5, -1), (5, np.nan)])
def test_refuses_nonsense(size, noise):
    with pytest.raises(ValueError, match=f"invalid size {size} or noise {noise}"):
        evolutions(size, noise=noise)
