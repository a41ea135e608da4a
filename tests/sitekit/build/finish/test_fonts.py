import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from sitekit.build.finish import fonts
from sitekit.render import katex

KATEX = Path(__file__).parents[4] / "docs/theme/assets/katex"
CSS = (KATEX / "katex.min.css").read_text("utf-8")
MAIN = "fonts/KaTeX_Main-Regular.woff2"
ITALIC = "fonts/KaTeX_Math-Italic.woff2"


@pytest.fixture
def site(tmp_path):
    shutil.copytree(KATEX, tmp_path / "site/assets/katex")
    return tmp_path / "site"


def metrics(font: Path) -> dict[str, tuple[int, int]]:
    """Width and left bearing of each letter, and under "" the font's own."""
    with TTFont(font) as loaded:
        found = {chr(c): loaded["hmtx"][n] for c, n in loaded.getBestCmap().items()}
        return found | {"": (loaded["hhea"].ascent, loaded["hhea"].descent)}


def test_a_rule_counts_where_all_its_classes_are():
    css = ".katex .a{font-family:A}.katex .b.c,.d .e>span{color:red;font-weight:700}"
    assert [*fonts.rules(css)] == [
        (["katex", "a"], {"family": "A"}),
        (["katex", "b", "c"], {"weight": "700"}),
        (["d", "e"], {"weight": "700"}),
    ]
    page = (
        '<b class="a">x</b><span class="katex-html"><i class="a">y<i class="b c">z</i>'
        '<i class="b">&lt;<svg><path d="M0"></path></svg></i></i>1</span>2'
    )
    assert fonts.letters(page * 2, css) == {
        ("A", "normal", "400"): {"y", "<"},
        ("A", "normal", "700"): {"z"},
        ("KaTeX_Main", "normal", "400"): {"1"},
    }


@pytest.mark.parametrize(
    ("tex", "family", "style", "weight", "letter"),
    [
        (r"x", "KaTeX_Math", "italic", "400", "x"),
        (r"\mathbf{w}^{\mathsf T}", "KaTeX_Main", "normal", "700", "w"),
        (r"\mathbf{w}^{\mathsf T}", "KaTeX_SansSerif", "normal", "400", "T"),
        (r"\boldsymbol\mu", "KaTeX_Math", "italic", "700", "μ"),
        (r"\mathbb R", "KaTeX_AMS", "normal", "400", "R"),
        (r"\textstyle\sum", "KaTeX_Size1", "normal", "400", "∑"),
        (r"\sum", "KaTeX_Size2", "normal", "400", "∑"),
        (r"\Bigl(", "KaTeX_Size2", "normal", "400", "("),
        (r"\left\{\rule{1em}{6em}\right.", "KaTeX_Size4", "normal", "400", "⎨"),
        (r"\operatorname{arg}", "KaTeX_Main", "normal", "400", "g"),
    ],
)
def test_the_font_of_a_letter(tex, family, style, weight, letter):
    found = fonts.letters(katex.render(tex, display=True), CSS)
    assert letter in found[family, style, weight]
    assert (family, style, weight) in fonts.files(CSS).values()


def test_a_font_keeps_what_the_pages_show_in_it_as_it_was(site, tmp_path):
    (site / "a.html").write_text("words" + katex.render("x + 1", False), "utf-8")
    (site / "en").mkdir()
    (site / "en/b.html").write_text(katex.render(r"\sum y", False), "utf-8")
    fonts.write_all(tmp_path, site)
    for file, shown in ((MAIN, "+1"), (ITALIC, "xy")):
        small, whole = site / "assets/katex" / file, KATEX / file
        assert small.stat().st_size < whole.stat().st_size / 10
        before, after = metrics(whole), metrics(small)
        assert set(after) == {*shown, ""}
        assert after.items() <= before.items()


RARE = "ABCDEFGHIJK"


def test_letters_of_few_pages_wait_in_a_second_file(site, tmp_path):
    (site / "rare.html").write_text(katex.render(f"x + {RARE}", False), "utf-8")
    for page in range(13):
        (site / f"{page}.html").write_text(katex.render("x + 1", False), "utf-8")
    fonts.write_all(tmp_path, site)
    first = site / "assets/katex" / ITALIC
    second = first.with_name("KaTeX_Math-Italic-few.woff2")
    before = metrics(KATEX / ITALIC)
    for file, shown in ((first, "x"), (second, RARE)):
        assert set(metrics(file)) == {*shown, ""}
        assert metrics(file).items() <= before.items()
    # A browser asks faces from the last to the first.
    faces = (site / "assets/katex/katex.min.css").read_text("utf-8").split("@font-face")
    of = [face for face in faces if "KaTeX_Math-Italic" in face]
    codes = ",".join(f"U+{ord(letter):x}" for letter in RARE)
    assert "unicode-range" not in of[0]
    assert of[1] == of[0].replace("Italic", "Italic-few").replace(
        "}", f";unicode-range:{codes}}}"
    )
    assert [*site.glob("**/*-few.woff2")] == [second]  # "1" of Main is on all but one


@pytest.mark.parametrize(("rare", "pages"), [("AB", 13), (RARE, 10)])
def test_a_second_file_must_be_worth_while(site, tmp_path, rare, pages):
    (site / "rare.html").write_text(katex.render(f"x + {rare}", False), "utf-8")
    for page in range(pages):
        (site / f"{page}.html").write_text(katex.render("x + 1", False), "utf-8")
    fonts.write_all(tmp_path, site)
    assert not [*site.glob("**/*-few.woff2")]
    assert set(metrics(site / "assets/katex" / ITALIC)) == {*rare, "x", ""}
    css = (site / "assets/katex/katex.min.css").read_text("utf-8")
    assert css == CSS


def test_twice_is_once(site, tmp_path):
    (site / "a.html").write_text(katex.render("x", False), "utf-8")
    fonts.write_all(tmp_path, site)
    first = (site / "assets/katex" / ITALIC).read_bytes()
    shutil.copy(KATEX / ITALIC, site / "assets/katex/fonts")
    fonts.write_all(tmp_path, site)
    assert (site / "assets/katex" / ITALIC).read_bytes() == first
