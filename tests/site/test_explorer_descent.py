"""Gradient descent on the screen is that of ``chainrule.scratch``."""

import numpy as np
import pytest
from helpers.explorer import points, program, scale

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


def test_the_picture_shows_the_path(explorer):
    at, ours = explorer(NAME, state="step:7"), program(NAME)
    (left, right), (low, high) = ours["BOX"].values()
    found = ours["path"](ours["START"], ours["RATE"])[:8]
    way = points(at.box.locator(".line.c0"))
    across, down = 452 / (right - left), 338 / (high - low)
    assert scale(way[:, 0], found[:, 0]) == pytest.approx(across, rel=1e-3)
    assert scale(way[:, 1], found[:, 1]) == pytest.approx(-down, rel=1e-3)
    b, w = ours["START"]
    start = 58 + across * (b - left), 372 - down * (w - low)
    assert way[0] == pytest.approx(start, abs=0.06)
    dots = [
        [float(dot.get_attribute(name)) for name in ("cx", "cy")]
        for dot in at.box.locator(".dot >> visible=true").all()
    ]
    assert np.array_equal(dots, way)
    star = at.box.locator(".mark")
    scale([*way[:, 0], float(star.get_attribute("x"))], [*found[:, 0], 0.5])
    scale([*way[:, 1], float(star.get_attribute("y")) - 7], [*found[:, 1], 2.5])


@pytest.mark.parametrize(
    ("rate", "words"),
    [(0.2, "on neither"), (0.21, "closer"), (0.41, "closer"), (0.42, "farther: it")],
)
def test_says_how_it_goes(explorer, rate, words):
    high = max(program(NAME)["explore"]()["eigenvalues"])
    assert (rate * high < 1, rate * high < 2) == (words == "on neither", rate < 0.42)
    assert words in explorer(NAME, state=f"lr:{rate}").said()
