import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from sitekit.build import fonts

KATEX = Path(__file__).parents[3] / "docs/theme/assets/katex/fonts"
MAIN = "KaTeX_Main-Regular.woff2"


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site/assets/katex/fonts"
    folder.mkdir(parents=True)
    shutil.copy(KATEX / MAIN, folder)
    return tmp_path / "site"


def metrics(font: Path) -> dict[str, tuple[int, int]]:
    """Width and left bearing of each letter, and under "" the font's own."""
    with TTFont(font) as loaded:
        found = {chr(c): loaded["hmtx"][n] for c, n in loaded.getBestCmap().items()}
        return found | {"": (loaded["hhea"].ascent, loaded["hhea"].descent)}


def test_letters_of_all_pages(site, tmp_path):
    (site / "a.html").write_text("<p class='z'>x &lt; \u03b7</p>", "utf-8")
    (site / "en").mkdir()
    (site / "en/b.html").write_text("<b>y</b>", "utf-8")
    assert fonts.letters(tmp_path, site) == " <xy\u03b7"
    (site / "en/b.html").write_text("<b>z</b>", "utf-8")
    assert fonts.letters(tmp_path, site) == " <xz\u03b7"


def test_a_font_keeps_what_the_pages_have_as_it_was(site, tmp_path):
    (site / "a.html").write_text("<p>x + \u2211, 1</p>", "utf-8")
    fonts.write_all(tmp_path, site)
    small = site / "assets/katex/fonts" / MAIN
    assert small.stat().st_size < (KATEX / MAIN).stat().st_size / 4
    before, after = metrics(KATEX / MAIN), metrics(small)
    assert set(after) - {"\xa0"} == {*"x+,1\u2211 ", ""} & set(before)
    assert after.items() <= before.items()


def test_twice_is_once(site, tmp_path):
    (site / "a.html").write_text("x", "utf-8")
    fonts.write_all(tmp_path, site)
    first = (site / "assets/katex/fonts" / MAIN).read_bytes()
    shutil.copy(KATEX / MAIN, site / "assets/katex/fonts")
    fonts.write_all(tmp_path, site)
    assert (site / "assets/katex/fonts" / MAIN).read_bytes() == first
