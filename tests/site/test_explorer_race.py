"""The optimizers on the screen are those of ``chainrule.scratch.optim``."""

import numpy as np
import pytest
from helpers.explorer import points, program, scale
from helpers.weekly import weekly

NAME = "optimization/adam/race"
pytestmark = [
    pytest.mark.built,
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::RuntimeWarning"),  # some diverge, and should
]
WALK = """([cases, noise, steps]) => cases.map(
  ([name, surface, start, given, kappa, sigma]) => tools.explorers.race.walk(
    name, surface, start, given, {kappa, sigma, noise, steps}).flat().map(String))"""


def number(text: str) -> float:
    return float(text.replace("Infinity", "inf"))


def test_five_hundred_walks_are_those_of_numpy_to_the_last_bit(explorer):
    ours, rng = program(NAME), np.random.default_rng(7)
    cases = []
    for surface, (_, (left, right, low, high), *_) in ours["SURFACES"].items():
        for name in ours["OPTIMIZERS"]:
            for _ in range(20):
                start = [rng.uniform(left, right), rng.uniform(low, high)]
                given = {
                    key: float(rng.choice(ours["CHOICES"][key]))
                    for key in ("lr", "mu", "alpha", "beta1", "beta2")
                }
                kappa, sigma = (
                    rng.choice(ours["CHOICES"][k]) for k in ("kappa", "noise")
                )
                cases.append([name, surface, start, given, float(kappa), float(sigma)])
    noise, steps = ours["NOISE"].tolist(), ours["STEPS"]
    found = explorer(NAME).page.evaluate(WALK, [cases, noise, steps])
    others = {}
    for (name, surface, start, given, kappa, sigma), way in zip(
        cases, found, strict=True
    ):
        chosen = {key: given[key] for key in ours["OPTIMIZERS"][name]}
        expected = ours["walk"](name, surface, start, kappa, sigma, **chosen)
        way = np.array([number(text) for text in way]).reshape(-1, 2)
        if not np.array_equal(way, expected, equal_nan=True):
            others.setdefault(name, []).append((way, expected))
    # Adam asks C for β^t, and a C library may round one in a thousand the other way.
    adam = others.pop("adam", [])
    assert len(adam) <= 10
    for way, expected in adam:
        np.testing.assert_allclose(way[:20], expected[:20], rtol=1e-12)
    assert not others


@pytest.mark.parametrize("lang", [pytest.param("zh", marks=weekly), "en"])
def test_numbers_are_those_of_python(explorer, lang):
    at, ours = explorer(NAME, lang), program(NAME)
    choices = ours["CHOICES"]
    for surface, start, step, kappa, noise, chosen in [
        ("bowl", (-4, 1.5), 40, 20, 0, {}),
        ("turned", (-3.5, -1.5), 200, 100, 1, {"lr": 0.02, "beta1": 0.0}),
        ("rosenbrock", (-1.5, 2.5), 3, 20, 0, {"lr": 0.002, "mu": 0.99}),
        ("beale", (0.5, -0.25), 117, 20, 0.3, {"lr": 0.003, "alpha": 0.999}),
        ("saddle", (-2.5, 0), 200, 20, 0, {"lr": 0.1, "beta2": 0.5}),
    ]:
        at.set(surface=surface).set(step=step, x=start[0], y=start[1])
        at.set(kappa=choices["kappa"].index(kappa), sigma=choices["noise"].index(noise))
        expected = {}
        for name, given in ours["OPTIMIZERS"].items():
            given = {key: chosen.get(key, value) for key, value in given.items()}
            for key, value in given.items():
                at.set(**{f"{name}-{key}": choices[key].index(value)})
            x, y = ours["walk"](name, surface, start, kappa, noise, **given)[step]
            loss = ours["SURFACES"][surface][0](x, y, kappa)[0]
            expected |= {f"{name}-loss": loss, f"{name}-x": x, f"{name}-y": y}
        assert at.numbers() == pytest.approx(expected, rel=1e-12, nan_ok=True)


def test_an_optimizer_can_be_left_out_and_a_surface_has_its_start(explorer):
    at = explorer(NAME, state="surface:saddle,adam:0,x:1")
    assert at.box.locator("[data-name=adam-x]").inner_text() == "—"
    at.set(step=0)
    assert at.numbers()["sgd-x"] == 1
    at.set(surface="rosenbrock")
    assert (at.numbers()["sgd-x"], at.numbers()["sgd-y"]) == (-1.5, 2.5)
    at.press("Reset")
    assert at.box.locator("[data-name=adam-x]").inner_text() != "—"
    assert at.address() == {}
    for name in ("sgd", "momentum", "adagrad", "rmsprop", "adam"):
        at.set(**{name: False})
    assert "No optimizer is chosen" in at.said()


def test_the_picture_shows_the_walks(explorer):
    at, ours = explorer(NAME, state="step:25"), program(NAME)
    ends, losses = at.box.locator(".stage .dot"), {}
    for n, name in enumerate(ours["OPTIMIZERS"]):
        found = ours["walk"](name, "bowl", ours["SURFACES"]["bowl"][2])[:26]
        way = points(at.box.locator(f".stage .line.c{n}"))
        assert scale(way[:, 0], found[:, 0]) > 0 > scale(way[:, 1], found[:, 1])
        end = [float(ends.nth(n).get_attribute(side)) for side in ("cx", "cy")]
        assert end == [*way[-1]]
        assert at.box.locator("tbody tr").nth(n).locator(f".swatch .c{n}").count() == 1
        losses[ours["NAMES"][name]] = ours["bowl"](*found[-1], ours["KAPPA"])[0]
    best = min(losses, key=losses.get)
    assert f"At step 25, {best} has the lowest loss: " in at.said()
