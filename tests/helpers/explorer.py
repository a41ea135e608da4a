"""An explorer as a reader has it: what it is steered with, the numbers it shows."""

import re
import runpy
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import numpy as np
from playwright.sync_api import Locator, Page

ROOT = Path(__file__).parents[2]
# Sets a control as a reader would: any kind, by its value.
SET = """([figure, name, value]) => {
  const input = document.querySelector(`#fig-${figure} .explorer [name=${name}]`)
  if (input.type === "checkbox") input.checked = value
  else input.value = value
  input.dispatchEvent(new Event("input", {bubbles: true}))
}"""
SHOWN = """figure => Object.fromEntries(
  [...document.querySelectorAll(`#fig-${figure} .explorer [data-value]`)]
    .map(e => [e.dataset.name, e.dataset.value]))"""
# Both, for many states in one call: a call takes a hundred times as long as they do.
EACH = """([figure, states]) => {
  const set = %s, shown = %s
  return states.map(state => {
    for (const name in state) set([figure, name, state[name]])
    return shown(figure)
  })
}"""


@lru_cache
def program(name: str) -> dict[str, Any]:
    """The names of ``snippets/<name>.py``, its ``explore`` among them."""
    return runpy.run_path(str(ROOT / "snippets" / f"{name}.py"))


class Explorer:
    """The figure ``name`` of a page that is open, once it is alive."""

    def __init__(self, page: Page, name: str) -> None:
        self.page, self.name = page, name
        self.figure = page.locator(f"#fig-{name}")
        self.figure.scroll_into_view_if_needed()
        page.locator(f"#fig-{name}.alive").wait_for()
        self.box = self.figure.locator(".explorer")

    def set(self, **values: Any) -> "Explorer":
        """Move sliders (to a value, or to an index of their list), select, check."""
        for name, value in values.items():
            self.page.evaluate(SET, [self.name, name, value])
        return self

    def press(self, label: str) -> "Explorer":
        self.box.get_by_role("button", name=label, exact=True).click()
        return self

    def numbers(self) -> dict[str, float]:
        """All that are on the screen, with every digit, by name."""
        shown = self.page.evaluate(SHOWN, self.name)
        return {name: float(number) for name, number in shown.items()}

    def each(self, states: list[dict[str, Any]], shown: str = SHOWN) -> list[Any]:
        """What is on the screen in each of many states: as ``numbers`` has it.

        Args:
            shown: another function of JavaScript that says what is on the screen.
        """
        found = self.page.evaluate(EACH % (SET, shown), [self.name, states])
        if shown != SHOWN:
            return found
        return [{name: float(n) for name, n in one.items()} for one in found]

    def text(self, name: str) -> str:
        """A number as it is read."""
        return self.box.locator(f"[data-name={name}]").inner_text()

    def rest(self) -> None:
        moves = f"#fig-{self.name}:is([data-moves], [data-speaks])"
        self.page.wait_for_function(f"() => !document.querySelector('{moves}')")

    def said(self) -> str:
        """What it says once it has come to rest."""
        self.rest()
        return self.box.locator("[role=status]").inner_text()

    def address(self) -> dict[str, str]:
        """What the address knows of it once it has come to rest."""
        self.rest()
        [state] = parse_qs(urlsplit(self.page.url).query).get(self.name, [""])
        return dict(pair.split(":") for pair in state.split(",") if pair)


def points(path: Locator) -> np.ndarray:
    """The corners of a line that is drawn, (N, 2)."""
    found = re.findall(r"(-?[\d.]+) (-?[\d.]+)", path.get_attribute("d") or "")
    return np.array(found, dtype=float)


def scale(places: Any, values: Any) -> float:
    """How far one is on a straight axis, on which ``places`` show ``values``."""
    slope, start = np.polyfit(values, places, 1)
    np.testing.assert_allclose(start + slope * np.asarray(values), places, atol=0.11)
    return float(slope)
