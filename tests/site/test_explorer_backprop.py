"""Every number of the network on the screen is that of ``chainrule.scratch``."""

from itertools import product

import numpy as np
import pytest
from helpers.explorer import program
from helpers.weekly import weekly

from chainrule.scratch.models.deep import MLP, BackwardNetwork
from chainrule.scratch.nn import sigmoid

NAME = "networks/backpropagation/flow"
LAST = 14
pytestmark = [pytest.mark.built, pytest.mark.browser]


def first():
    """The parameters by the names that they have on the screen."""
    said = program(NAME)["explore"]()
    p = {f"x-{i}": float(said["x"][i]) for i in (0, 1)}
    p |= {f"t-{i}": float(said["t"][i]) for i in (0, 1)}
    for layer, j in product((1, 2, 3), (0, 1)):
        p[f"b-{layer}-{j}"] = said["b"][layer - 1][j]
        for i in (0, 1):
            p[f"w-{layer}-{j}{i}"] = said["W"][layer - 1][j, i]
    return p


def expected(p):
    """These, and what one way forwards and back makes of them."""
    pairs = [
        (
            np.array([[p[f"w-{n}-{j}{i}"] for i in (0, 1)] for j in (0, 1)]),
            np.array([p[f"b-{n}-{j}"] for j in (0, 1)]),
        )
        for n in (1, 2, 3)
    ]
    model = MLP.of(pairs, sigmoid, sigmoid)
    x, t = ([[p[f"{name}-{i}"] for i in (0, 1)]] for name in "xt")
    errors = model.forward(np.array(x)) - t
    model.backward(errors)
    dx = BackwardNetwork(model).forward(errors)
    found = dict(p) | {"E": (errors**2).sum() / 2}
    found |= {f"dx-{i}": dx[0, i] for i in (0, 1)}
    for n, j in product((1, 2, 3), (0, 1)):
        found[f"u-{n}-{j}"] = model.u[n][0, j]
        found[f"y-{n}-{j}"] = model.y[n][0, j]
        found[f"delta-{n}-{j}"] = model.delta[n][0, j]
        found |= {f"dw-{n}-{j}{i}": model.dW[n][j, i] for i in (0, 1)}
    return found


def same(at, p):
    return at.numbers() == near(p)


def near(p):
    return pytest.approx(expected(p), rel=1e-12, abs=1e-14)


@pytest.mark.parametrize("lang", [pytest.param("zh", marks=weekly), "en"])
def test_numbers_are_those_of_python(explorer, lang):
    at, p = explorer(NAME, lang), first()
    assert same(at, p)
    rng = np.random.default_rng(0)
    names = list(p)
    chosen = [*names, *map(str, rng.choice(names, 30))]
    states = [
        {"pick": name, "value": float(rng.integers(-80, 81)) / 10} for name in chosen
    ]
    for state, found in zip(states, at.each(states), strict=True):
        p[state["pick"]] = state["value"]
        assert found == near(p), state
    for name in names:  # as far as they go: every neuron is saturated
        p[name] = 8.0
        at.set(pick=name, value=99)
    assert same(at, p)


def test_the_address_restores_them(explorer):
    p = first() | {"w-2-01": -3.25, "x-0": 0.5, "t-1": 1.0, "b-3-0": 8.0}
    at = explorer(NAME, state="w-2-01:-3.25,x-0:0.5,t-1:1,b-3-0:77,step:9,pick:b-3-0")
    assert same(at, p)
    assert at.box.locator("[name=value]").input_value() == "8"
    at.set(value=-1)
    kept = {"w-2-01": "-3.25", "x-0": "0.5", "t-1": "1", "b-3-0": "-1"}
    assert at.address() == kept | {"step": "9", "pick": "b-3-0"}
    at.press("Reset")
    assert same(at, first())
    assert at.address() == {}


def test_a_number_is_chosen_by_touching_it(explorer):
    at = explorer(NAME)
    at.box.locator("[data-name=w-2-10]").click()
    assert at.box.locator("[name=pick]").input_value() == "w-2-10"
    assert float(at.box.locator("[name=value]").input_value()) == -2


SEEN = """figure => [...document.querySelectorAll(`#fig-${figure} .stage [data-name]`)]
  .filter(e => getComputedStyle(e).visibility === "visible").map(e => e.dataset.name)"""


def test_each_step_shows_what_is_known_by_then(explorer):
    at, values = explorer(NAME), expected(first())
    at.set(step=0)
    known = {name for name in values if name[0] in "xwbt"}
    order = [(n, j) for n in (1, 2, 3) for j in (0, 1)]
    steps = [{f"u-{n}-{j}", f"y-{n}-{j}"} for n, j in order] + [{"E"}]
    for n, j in sorted(order, key=lambda at: (-at[0], at[1])):
        steps.append({f"delta-{n}-{j}", f"dw-{n}-{j}0", f"dw-{n}-{j}1"})
    steps.append({"dx-0", "dx-1"})
    assert len(steps) == LAST
    for new in [set(), *steps]:
        known |= new
        assert set(at.page.evaluate(SEEN, at.name)) == known
        at.press("Step")


HOT = """figure => [...document.querySelectorAll(`#fig-${figure} .edges path`)]
  .map((e, n) => e.matches(".hot") ? n : -1).filter(n => n >= 0)"""


def test_the_edges_of_a_step_are_marked(explorer):
    at = explorer(NAME)
    edges = [*product((1, 2, 3), (0, 1), (0, 1))]  # layer, to, from
    for step, (n, j) in enumerate(product((1, 2, 3), (0, 1)), 1):
        hot = at.set(step=step).page.evaluate(HOT, at.name)
        assert [edges[e] for e in hot] == [(n, j, 0), (n, j, 1)]
    for step, (n, j) in {10: (2, 0), 11: (2, 1), 12: (1, 0), 13: (1, 1)}.items():
        hot = at.set(step=step).page.evaluate(HOT, at.name)
        assert [edges[e] for e in hot] == [(n + 1, 0, j), (n + 1, 1, j)]


def test_each_step_says_its_sum(explorer):
    at = explorer(NAME)
    told = []
    for step in range(LAST + 1):
        at.set(step=step)
        told.append(" ".join(at.box.locator(".sum").all_inner_texts()))
    assert "u = 1 · 1 + (−2) · (−1) + 1 = 4.00; y = σ(u) = 0.982" in told[1]
    assert "u = 3 · 0.864 + (−1) · 0.111 + (−2) = 0.480; y = σ(u) = 0.618" in told[5]
    assert "½((−0.382)² + 0.829²) = 0.417" in told[7]
    assert "0.618 · (1 − 0.618) = 0.236" in told[8]
    assert "δ = σ′(u)·(y − t) = 0.236 · (−0.382) = −0.0903" in told[8]
    assert "δ = σ′(u)·Σ w δ = 0.118 · (3 · (−0.0903) + (−1) · 0.117)" in told[10]
    assert "0.0552 · 0.982 = 0.0542" in told[11]
    assert "(2 · (−0.0458) + (−2) · 0.0552)" in told[12]
    assert "∂E/∂x₁ = 1 · (−0.00357)" in told[14]
