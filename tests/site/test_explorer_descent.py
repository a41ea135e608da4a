"""Gradient descent on the screen is that of ``chainrule.scratch``."""

import pytest
from helpers.explorer import program

NAME = "basics/linear-regression/chosen-rate"
pytestmark = [pytest.mark.built, pytest.mark.browser]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_numbers_are_those_of_python(explorer, lang):
    at, ours = explorer(NAME, lang), program(NAME)
    for rate, start, step in [
        (ours["RATE"], ours["START"], ours["STEPS"]),
        (0.01, (-2.5, 2.7), 30),
        (0.37, (4.2, 5.2), 11),
        (0.42, (0.1, -1.2), 29),
        (0.5, (-3.2, 2.5), 30),
        (0.5, (0.5, 2.5), 0),
    ]:
        at.set(lr=rate, b=start[0], w=start[1], step=step)
        b, w = ours["path"](start, rate)[step]
        low, high = ours["explore"]()["eigenvalues"]
        expected = {"bk": b, "wk": w, "loss": ours["loss"](b, w), "limit": 2 / high}
        expected |= {"steep": 1 - rate * high, "flat": 1 - rate * low}
        assert at.numbers() == pytest.approx(expected, rel=1e-12, abs=1e-14)
        assert float(at.text("loss")) == pytest.approx(expected["loss"], rel=1e-3)
