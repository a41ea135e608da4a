"""The windows on the screen are those of ``chainrule.scratch``, exactly."""

from itertools import product

import numpy as np
import pytest
from helpers.explorer import program
from playwright.sync_api import expect

from chainrule.scratch.nn import Conv2d

NAME = "cnn/convolution/feature-map"
OURS = program(NAME)["explore"]()
pytestmark = [pytest.mark.built, pytest.mark.browser]


def table(numbers, name):
    """The square numbers ``name.i.j`` of the screen as an array."""
    cells = {k: v for k, v in numbers.items() if k.startswith(f"{name}.")}
    size = round(len(cells) ** 0.5)
    return np.array(
        [[cells.pop(f"{name}.{i}.{j}") for j in range(size)] for i in range(size)]
    )


def map_of(picture, weight, stride, padding, dilation):
    layer = Conv2d(1, 1, 3, stride, padding, dilation, bias=False)
    layer.weight[...] = weight
    return layer.forward(np.asarray(picture, float)[None, None])[0, 0]


def step_of(count, stride, dilation):
    """A window among so many: now an early, now a late one."""
    return (count * count - 1) * (stride + dilation) // 6


def test_every_map_is_that_of_the_layer(explorer):
    states = []
    for picture, name, stride, padding, dilation in product(
        OURS["pictures"], OURS["filters"], (1, 2, 3), (0, 1, 2), (1, 2, 3)
    ):
        count = max(0, (6 + 2 * padding - 2 * dilation - 1) // stride + 1)
        state = {"picture": picture, "filter": name, "stride": stride}
        state |= {"padding": padding, "dilation": dilation}
        states.append(state | {"step": step_of(count, stride, dilation)})
    fit = 0
    for state, numbers in zip(states, explorer(NAME).each(states), strict=True):
        x, w = OURS["pictures"][state["picture"]], OURS["filters"][state["filter"]]
        stride, padding, dilation = (
            state[key] for key in ("stride", "padding", "dilation")
        )
        padded = np.pad(x, padding)
        assert (table(numbers, "x") == padded).all()
        assert (table(numbers, "w") == w).all()
        try:
            y = map_of(x, w, stride, padding, dilation)
        except ValueError:
            assert not any(name.startswith(("y.", "sum")) for name in numbers)
            continue
        assert (table(numbers, "y") == y).all()
        i, j = divmod(state["step"], len(y))
        seen = padded[i * stride :: dilation, j * stride :: dilation][:3, :3]
        assert (table(numbers, "products") == w * seen).all()
        assert numbers["sum"] == y[i, j]
        fit += 1
    assert fit == 3 * 4 * (3 * 9 - 3)  # a filter over 7 does not fit into 6


@pytest.mark.parametrize(("stride", "dilation"), [(1, 1), (1, 2), (2, 1), (3, 2)])
def test_the_window_is_marked_where_it_reads(explorer, stride, dilation):
    at = explorer(NAME, state=f"stride:{stride},dilation:{dilation},padding:2,step:1")
    on = at.box.locator("[data-name^='x.'].on")
    assert on.evaluate_all("all => all.map(e => e.dataset.name)") == [
        f"x.{a * dilation}.{stride + b * dilation}"
        for a, b in product(range(3), repeat=2)
    ]
    assert at.box.locator("[data-name^='x.'].pad").count() == 10 * 10 - 6 * 6


def test_weights_are_the_readers(explorer):
    at = explorer(NAME, "zh", "cells:1_0_2_0_-3_0_0.5_0_9.99,stride:2,padding:1,step:4")
    w = np.array([[1, 0, 2], [0, -3, 0], [0.5, 0, 9]])
    numbers = at.numbers()
    assert (table(numbers, "w") == w).all()
    assert (table(numbers, "y") == map_of(OURS["pictures"]["page"], w, 2, 1, 1)).all()
    assert numbers["sum"] == table(numbers, "y")[1, 1]
    box = at.box.get_by_label("权重，第 2 行第 2 列", exact=True)
    box.fill("0.3")
    assert at.numbers()["w.1.1"] == 0.3125  # the nearest sixteenth
    at.page.keyboard.press("Tab")
    assert box.input_value() == "0.3125"
    assert at.address()["cells"] == "1_0_2_0_0.3125_0_0.5_0_9"
    at.page.reload()
    again = type(at)(at.page, at.name)
    assert again.numbers()["w.1.1"] == 0.3125
    again.set(filter="blur")
    assert (table(again.numbers(), "w") == OURS["filters"]["blur"]).all()
    assert "cells" not in again.address()


@pytest.mark.parametrize("cells", ["1_2", "1_2_3_4_x_6_7_8_9", "_" * 8 + "NaN"])
def test_weights_that_are_none_are_the_filters(explorer, cells):
    assert explorer(NAME, state=f"cells:{cells}").numbers() == explorer(NAME).numbers()


def test_a_pointer_picks_the_window(explorer):
    at = explorer(NAME)
    at.box.locator("[data-name='y.3.2']").click()
    assert at.numbers()["sum"] == -2
    assert at.address() == {"step": "14"}
    assert at.box.locator("[data-name^='x.'].on").count() == 9
    at.box.locator("[data-name='x.1.4']").hover()  # the middle of row 1, column 4
    assert at.box.locator("[data-name='y.0.3'].on").count() == 1
    at.box.locator("[data-name='x.5.5']").hover()  # the corner: the last window
    assert at.box.locator("[data-name='y.3.3'].on").count() == 1
    at.press("Reset")
    at.press("Play")  # who wants less motion is shown the end
    assert at.address() == {"step": "15"}
    at.set(stride=3)  # there are four windows now, of which this is the last
    assert at.address() == {"step": "3", "stride": "3"}
    expect(at.box.get_by_role("status")).to_contain_text("row 2, column 2")
    at.set(dilation=3)
    expect(at.box.get_by_role("status")).to_contain_text("does not fit into 6")
