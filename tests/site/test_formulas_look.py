"""Formulas look as KaTeX made them, though they are made of fewer elements."""

import html
from pathlib import Path

import pytest
from helpers.weekly import WEEKLY

from sitekit.page.markup import DISPLAY, INLINE, LABEL, unfenced
from sitekit.page.paths import LANGS, read, sources
from sitekit.render import katex

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "docs/theme/assets"
pytestmark = [pytest.mark.built, pytest.mark.browser]
STYLES = ("katex/katex.min.css", "css/site.css")
# Where each letter of each formula stands, from the formula's corner.
LETTERS = """() => document.fonts.ready.then(() =>
  [...document.querySelectorAll(".formula")].map(formula => {
    const found = [], corner = formula.getBoundingClientRect()
    const walker = document.createTreeWalker(formula, NodeFilter.SHOW_TEXT)
    for (let node; (node = walker.nextNode()); )
      for (let at = 0; at < node.length; at++)
        if (!node.parentElement.closest("math") && node.data[at] !== "\\u200b") {
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          const {left, top, bottom} = range.getBoundingClientRect()
          const middle = (top + bottom) / 2
          found.push([node.data[at], left - corner.left, middle - corner.top])
        }
    return found
  }))"""


def formulas() -> list[tuple[str, bool]]:
    """Every formula of every page once: its TeX, and whether it stands alone."""
    found: dict[tuple[str, bool], None] = {}
    for lang in LANGS:
        for path in sources(ROOT / "docs" / lang):
            text = unfenced(read(path))
            shown = [(match[1], True) for match in DISPLAY.finditer(text)]
            shown += [
                (match[1], False) for match in INLINE.finditer(DISPLAY.sub("", text))
            ]
            found |= {
                (LABEL.sub("", tex).strip(), alone): None
                for tex, alone in shown
                if r"\eqref" not in tex
            }
    return list(found)


def test_each_letter_stands_where_katex_put_it(contexts, tmp_path):
    page = contexts().new_page()
    asked = formulas()[:: 1 if WEEKLY else 3]
    made = {tex: katex._engine().call("render", *tex) for tex in asked}
    texs = [tex for tex, (good, _) in made.items() if good]
    assert len(texs) > 1000
    assert len(texs) > 0.98 * len(made)  # the rest is no formula: a price in dollars
    places = []
    for lighter in (str, katex.lighter):
        body = "".join(
            f'<p class="formula">{lighter(made[tex][1])}</p>' for tex in texs
        )
        links = "".join(
            f'<link rel="stylesheet" href="{(ASSETS / s).as_uri()}">' for s in STYLES
        )
        file = tmp_path / "formulas.html"
        file.write_text(f"<!doctype html><meta charset=utf-8>{links}{body}", "utf-8")
        page.goto(file.as_uri())
        places.append(page.evaluate(LETTERS))
    page.close()
    for tex, before, after in zip(texs, *places, strict=True):
        assert [c for c, _, _ in before] == [c for c, _, _ in after], html.escape(
            tex[0]
        )
        for (_, *here), (_, *there) in zip(before, after, strict=True):
            assert here == pytest.approx(there, abs=0.2), tex[0]
