"""Softmax, entropy, loss and gradient on the screen are those of Python."""

import math
from itertools import product

import numpy as np
import pytest
from helpers.explorer import program, scale
from helpers.weekly import weekly

NAME = "classification/softmax-regression/temperature"
T = [
    float(f"{first}e{power}")
    for power in range(-3, 3)
    for first in (1, 1.5, 2, 3, 5, 7)
] + [1000.0]
pytestmark = [pytest.mark.built, pytest.mark.browser]


def expected(z, temperature, true):
    """Every number of the table and below the picture, by name."""
    found = program(NAME)["numbers"](z, temperature, true - 1)
    ours = {"entropy": found["entropy"], "loss": found["loss"], "most": math.log(3)}
    for k in range(3):
        row = {"zT": z[k] / temperature, "y": found["y"][k]}
        row |= {"t": float(k + 1 == true), "delta": found["delta"][k]}
        ours |= {f"{name}-{k + 1}": value for name, value in row.items()}
    return ours


def same(at, z, temperature, true):
    return at.numbers() == near(z, temperature, true)


def near(z, temperature, true):
    far = 1e-15 * max(1, 1 / temperature)
    return pytest.approx(expected(z, temperature, true), rel=1e-12, abs=far)


@pytest.mark.parametrize("lang", [pytest.param("zh", marks=weekly), "en"])
def test_numbers_are_those_of_python(explorer, lang):
    at = explorer(NAME, lang)
    assert same(at, [3.0, 1.0, -3.0], 1, 2)
    cases = [([3.0, 1.0, -3.0], t, place % 3 + 1) for place, t in enumerate(T)]
    logits = [
        [2.0, 2.0, -1.0],  # a tie
        [0.0, 0.0, 0.0],
        [-10.0, 9.9, 10.0],
        [0.1, -0.1, 0.0],
        [1000.0, 998.0, -1000.0],
        [1000.0, -1000.0, 1000.0],
        [-1000.0, -1000.0, -1000.0],
    ]
    cases += product(logits, (0.001, 0.05, 1.0, 20.0, 1000.0), (1, 3))
    states = [
        {f"z{k + 1}-box": z[k] for k in range(3)} | {"T": T.index(t), "true": str(true)}
        for z, t, true in cases
    ]
    for case, found in zip(cases, at.each(states), strict=True):
        assert found == near(*case), case


def test_the_picture_shows_these_numbers(explorer):
    at = explorer(NAME)
    for z, temperature, true in [([3, 1, -3], 1.0, 2), ([-10, 2.5, 2], 5.0, 3)]:
        at.set(T=T.index(temperature), true=str(true))
        at.set(**{f"z{k + 1}-box": z[k] for k in range(3)})
        found = program(NAME)["numbers"](np.array(z, float), temperature, true - 1)
        words = at.box.locator(".stage .number").all_text_contents()
        told = [float(word.replace("−", "-")) for word in words]
        assert told == pytest.approx(found["delta"], rel=1e-3)
        assert all(word[0] in "+−" for word in words)
        top, tall, aim = (
            [float(mark.get_attribute(name)) for mark in at.box.locator(look).all()]
            for look, name in ((".bar", "y"), (".bar", "height"), (".dot", "y"))
        )
        one = scale(tall, found["y"])
        assert scale(top, found["y"]) == pytest.approx(-one)
        assert scale(aim, np.eye(3)[true - 1]) == pytest.approx(-one)
        assert np.add(top, tall) == pytest.approx(np.max(aim) + 6)  # stand on 0
        first = int(np.argmax(found["y"])) + 1
        assert f"the most probable class is {first}:" in at.said()
    at.set(**{"z1-box": 2.5})
    assert "the most probable class is 1 or 2: 0.3" in at.said()


def test_the_limits_are_what_the_page_says(explorer):
    at = explorer(NAME, state="T:0.001")
    assert at.numbers()["entropy"] == 0
    assert at.numbers()["y-1"] == 1
    at.set(T=len(T) - 1)
    assert at.numbers()["entropy"] == pytest.approx(math.log(3), abs=1e-5)
    at.set(T=0, z1=1, z2=1)
    assert at.numbers()["y-1"] == 0.5


def test_the_address_restores_them(explorer):
    at = explorer(NAME, state="z1:-1000,z3:2.75,T:0.3,true:3")
    assert same(at, [-1000.0, 1.0, 2.75], 0.3, 3)
    assert at.box.locator("[name=z1-box]").input_value() == "-1000"
    assert at.box.locator("[name=z1]").input_value() == "-10"
    at.set(z1=0.5)
    assert at.address() == {"z1": "0.5", "z3": "2.75", "T": "0.3", "true": "3"}
    at.press("Reset")
    assert same(at, [3.0, 1.0, -3.0], 1, 2)
    assert at.address() == {}


def test_who_writes_a_number_is_not_interrupted(explorer):
    at = explorer(NAME)
    box = at.box.locator("[name=z2-box]")
    box.fill("")
    assert same(at, [3.0, 1.0, -3.0], 1, 2)
    box.press_sequentially("-0.05")
    assert box.input_value() == "-0.05"
    assert same(at, [3.0, -0.05, -3.0], 1, 2)
    box.fill("4000")
    assert same(at, [3.0, 1000.0, -3.0], 1, 2)
    for nonsense in ("x", "NaN", ""):
        assert same(
            explorer(NAME, state=f"z1:{nonsense},T:{nonsense}"), [3.0, 1.0, -3.0], 1, 2
        )
