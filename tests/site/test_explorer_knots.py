"""Units of a curve of pieces on the screen are those of ``chainrule.scratch``."""

import numpy as np
import pytest
from helpers.explorer import points, scale

from chainrule.scratch.models.regression import ramp_sum, ramps, relu_sum, relus
from chainrule.scratch.nn import ramp, relu, sigmoid

RAMPS, BENDS = "basics/beyond-linear/ramps", "basics/beyond-linear/bends"
FIRST = [(0, 1), (1, 3), (3, 0), (4, 1)]
pytestmark = [pytest.mark.built, pytest.mark.browser]


def sigmoids(knots, values, steep):
    """Those that have the slope of their ramp in its middle, so many times."""
    w, b, c, b0 = ramps(knots, values)
    return 4 * steep * w, steep * (4 * b - 2), c, b0


def expected(kind, knots, x, steep=1):
    """Every number of the table and below the picture, by name."""
    at, heights = np.array(knots, float).T
    units = {"ramp": ramps, "relu": relus}.get(kind)
    f = {"ramp": ramp, "relu": relu, "sigmoid": sigmoid}[kind]
    w, b, c, b0 = units(at, heights) if units else sigmoids(at, heights, steep)
    share = c * f(w * x + b)
    found = {"b0": b0, "share-0": b0, "count": len(c), "sum": b0 + share.sum()}
    found["target"] = np.interp(x, at, heights)
    for n in range(len(c)):
        row = {"w": w[n], "b": b[n], "c": c[n], "share": share[n]}
        found |= {f"{name}-{n + 1}": value for name, value in row.items()}
    places = np.linspace(-0.5, 5.5, 241)
    sums = b0 + f(np.multiply.outer(places, w) + b) @ c
    found["gap"] = np.abs(sums - np.interp(places, at, heights)).max()
    return found


def same(at, *state, **options):
    ours = expected(*state, **options)
    return at.numbers() == pytest.approx(ours, rel=1e-12, abs=1e-12)


def test_the_picture_shows_the_units_and_their_sum(explorer):
    at = explorer(RAMPS, state="units:sigmoid")
    w, b, c, b0 = sigmoids(*zip(*FIRST, strict=True), 1)
    x = np.linspace(-0.5, 5.5, 241)
    shares = sigmoid(np.multiply.outer(x, w) + b) * c
    lines = at.box.locator(".stage .line:not(.probe)")
    wide, total, constant, *units = [points(lines.nth(n)) for n in range(6)]
    heights = [*np.interp(x, *zip(*FIRST, strict=True)), *(b0 + shares.sum(axis=1))]
    assert scale([*wide[:, 1], *total[:, 1]], heights) < 0
    parts = [constant, *units]
    heights = [*np.full(241, b0), *shares.T.ravel()]
    assert scale(np.concatenate([part[:, 1] for part in parts]), heights) < 0
    assert all(scale(line[:, 0], x) > 0 for line in (wide, total, *parts))
    assert not points(lines.nth(6)).size


def words(knots):
    return "_".join(f"{number:g}" for knot in knots for number in knot)


def test_the_page_asks_what_the_functions_say():
    x = np.linspace(-1, 6, 50)
    for units, total in ((ramps, ramp_sum), (relus, relu_sum)):
        assert np.allclose(
            total(x, *units(*zip(*FIRST, strict=True))),
            np.interp(x, *zip(*FIRST, strict=True)),
        )


def test_coefficients_shares_and_sums_are_those_of_python(explorer):
    at = explorer(RAMPS)
    assert same(at, "ramp", FIRST, 2)
    for x in (-0.5, 0, 0.35, 1, 2.95, 5.5):
        at.set(x=x)
        for kind in ("relu", "ramp", "sigmoid"):
            assert same(at.set(units=kind), kind, FIRST, x)
    for place, steep in enumerate([1, 1.5, 2, 3, 5, 10, 20, 50]):
        at.set(steep=place, x=0.6)
        assert same(at, "sigmoid", FIRST, 0.6, steep=steep)


@pytest.mark.parametrize(
    ("kind", "knots"),
    [
        ("ramp", [(0, -1), (5, 4)]),
        ("relu", [(0.25, 4), (0.5, -1), (0.75, 4), (2, 4), (4.95, 0.05)]),
        ("sigmoid", [(n / 2, (-1) ** n) for n in range(8)]),
    ],
)
def test_the_address_restores_them(explorer, kind, knots):
    at = explorer(BENDS, "zh", f"units:{kind},knots:{words(knots)},x:1.25")
    assert same(at, kind, knots, 1.25)
    assert at.box.get_by_role("slider", name="节点").count() == len(knots)
    assert at.box.get_by_role("button", name="添一个节点").is_disabled() == (
        len(knots) == 8
    )
    assert at.box.get_by_role("button", name="减一个节点").is_disabled() == (
        len(knots) == 2
    )


@pytest.mark.parametrize(
    "knots",
    ["", "0_1", "0_1_x_2", "0_1_0.1_2", "3_1_1_2", "0_1_6_2", "0_1_2", "0_9_2_1"],
)
def test_an_address_without_a_curve_is_as_none(explorer, knots):
    assert same(explorer(BENDS, state=f"knots:{knots}"), "relu", FIRST, 2)


def test_knots_move_by_keyboard(explorer):
    at, press = explorer(RAMPS), lambda key: at.page.keyboard.press(key)
    knots = [list(knot) for knot in FIRST]
    at.box.get_by_role("slider", name="Knot 2").focus()
    for key, axis, step in [
        ("ArrowRight", 0, 0.1), ("ArrowLeft", 0, -0.1), ("ArrowLeft", 0, -0.1),
        ("ArrowUp", 1, 0.1), ("ArrowDown", 1, -0.1), ("Shift+ArrowDown", 1, -0.5),
    ]:  # fmt: skip
        press(key)
        knots[1][axis] = round(knots[1][axis] + step, 2)
        assert same(at, "ramp", knots, 2)
    for _ in range(6):
        press("Shift+ArrowRight")  # up to its neighbour, and no farther
    knots[1][0] = 2.75
    assert same(at, "ramp", knots, 2)
    slider = at.box.get_by_role("slider", name="Knot 2")
    assert slider.get_attribute("aria-valuetext") == "x 2.75, y 2.5"
    assert at.address() == {"knots": words(knots)}
    press("Delete")
    del knots[1]
    assert same(at, "ramp", knots, 2)
    at.press("Remove a knot")
    assert same(at, "ramp", knots[:2], 2)
    at.press("Add a knot")
    assert same(at, "ramp", [(0, 1), (1.5, 1), (3, 0)], 2)
    at.press("Reset")
    assert same(at, "ramp", FIRST, 2)


@pytest.mark.parametrize("width", [390, 1280])
def test_knots_move_by_pointer(explorer, width):
    at = explorer(RAMPS)
    at.page.set_viewport_size({"width": width, "height": 900})
    handle = at.box.get_by_role("slider", name="Knot 3")
    handle.click()  # it is in sight and at rest
    assert at.address() == {}
    box = handle.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    unit = at.box.locator(".stage").bounding_box()["width"] * (538 - 58 - 28) / 538 / 6
    at.page.mouse.move(x, y)
    at.page.mouse.down()
    at.page.mouse.move(x - unit / 2, y, steps=3)
    at.page.mouse.up()
    at.page.mouse.move(x, y - 50)  # let go of
    moved = [*map(float, at.address()["knots"].split("_"))]
    assert moved[4] == pytest.approx(2.5, abs=0.051)
    assert moved[5] == pytest.approx(0, abs=0.051)
    assert moved[:4] + moved[6:] == [0, 1, 1, 3, 4, 1]
    assert same(at, "ramp", list(zip(moved[::2], moved[1::2], strict=True)), 2)
