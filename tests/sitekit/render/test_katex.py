import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from sitekit.render import katex
from sitekit.render.katex import lighter, render

FORMULAS = [
    r"x_t",
    r"x^{2k}",
    r"x_t^2",
    r"\hat m_t = \beta_1 m_{t-1}",
    r"e^{-x^{2}_{i}}",
    r"\frac{a_i}{b} + \sqrt{\hat v_{t,i}} < \lVert w \rVert^2",
    r"\sum_{i=1}^n \mathbf w^\top x_i",
    r"\begin{aligned} a_1 &= b \\ c &= d^2 \end{aligned}",
]


def heavy(tex: str) -> str:
    good, html = katex._engine().call("render", tex, True)
    assert good
    return html


def parts(html: str) -> tuple[str, str]:
    """The letters of the MathML and of the HTML, in order."""
    html = re.sub("<annotation.*?</annotation>", "", html)
    root = ElementTree.fromstring(re.sub(' xmlns="[^"]*"', "", html))
    found = {
        part.get("class"): "".join(part.itertext()).replace("\u200b", "")
        for part in root.iter("span")
        if part.get("class") in ("katex-mathml", "katex-html")
    }
    return found["katex-mathml"], found["katex-html"]


@pytest.mark.parametrize("tex", FORMULAS)
def test_the_same_letters_in_fewer_elements(tex):
    before, after = heavy(tex), lighter(heavy(tex))
    assert parts(after) == parts(before)
    assert after.count("<") < 0.9 * before.count("<")
    assert "annotation" not in after


@pytest.mark.parametrize("tex", [r"x_{\min} + \max_i x_i", r"\sigma_{\max}^2"])
def test_no_script_has_a_child_too_many(tex):
    """KaTeX sets an invisible "apply" behind the name of a function, even there."""
    made = ElementTree.fromstring(render(tex, display=False))
    for tag, count in {"msub": 2, "msubsup": 3, "munder": 2}.items():
        assert all(len(script) == count for script in made.iter(tag))
    letters = "".join(next(made.iter("math")).itertext())
    assert letters.replace("\u2061", "") in ("xmin+maxixi", "σmax2")


@pytest.mark.parametrize(
    ("tex", "lengths"),
    [
        # KaTeX: 0.15 below, 0.05 to the right, of the line's size; 0.7 of it is ours.
        ("x_t", {"top": 0.15 / 0.7, "margin-left": 0, "margin-right": 0.05 / 0.7}),
        ("x^t", {"top": -0.413 / 0.7, "margin-right": 0.05 / 0.7}),
    ],
)
def test_a_script_stands_where_its_table_did(tex, lengths):
    html = render(tex, display=True)
    style = re.search(r'class="[^"]* script" style="([^"]*)"', html)[1]
    found = {k: float(v) for k, v in re.findall(r"([\w-]+):(-?[\d.]+)em", style)}
    assert found == pytest.approx(lengths, abs=5e-4)
    assert "vlist" not in html


def test_two_scripts_keep_their_table():
    html = render("x_t^2", display=True)
    assert "vlist" in html
    assert "script" not in html


def test_what_has_a_look_of_its_own_stays():
    html = render(r"\mathbf b + x", display=False)
    assert '<span class="mord mathbf">b</span>' in html
    assert '<span class="mord mathnormal">x</span>' in html
    assert not re.search(r'class="(mord|mbin)"', html)


def test_the_children_of_a_row_stay():
    """They are blocks in their row; a bare letter there would not be."""
    html = render(r"\frac{1}{2}", display=False)
    assert (
        len(re.findall(r'</span><span class="katex-sizing[^"]*">\d</span>', html)) == 2
    )


def test_a_formula_that_katex_rejects():
    with pytest.raises(ValueError, match="Undefined control sequence: \\\\nonsense"):
        render(r"\nonsense", display=False)


def test_a_program_that_renders_ends():
    code = "from sitekit.render.katex import render; render('x', False)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_lengths_have_three_digits_behind_the_point():
    style = "top:0.99996em;height:-1.23456em;margin-left:0.00004em;width:0.5em;"
    html = f'<span class="katex-html"><span style="{style}">x</span></span>'
    assert 'style="top:1em;height:-1.235em;margin-left:0em;width:0.5em;"' in lighter(
        html
    )
