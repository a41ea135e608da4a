import re
from pathlib import Path

import material
import pytest
from pygments.lexers.python import PythonLexer

from sitekit.render.code import ONE_COLOUR, coloured

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
LISTING = '```python\n--8<-- "src/chainrule/nn/line.py:line"\n```\n'


def test_only_tokens_with_a_colour_are_elements(project):
    [code] = re.findall(r"<code tabindex.*?</code>", project.render(LISTING), re.S)
    assert '<span class="nf">line</span>(x, w, b):' in code
    assert '<span class="k">return</span> b + w * x' in code


@pytest.mark.parametrize(
    ("code", "html"),
    [
        ("x = None", "x = None"),
        ("a is not b", 'a <span class="ow">is not</span> b'),
        ('"a" "b"', '<span class="s">"a" "b"</span>'),
        ('f"a {b}"', 'f<span class="s">"a {</span>b<span class="s">}"</span>'),
        ("0x1 + 2", '<span class="m">0x1</span> + <span class="m">2</span>'),
        ("# a\n  # b", '<span class="c"># a\n  # b</span>'),
        ("# a\nb", '<span class="c"># a</span>\nb'),
        (
            "class A: b",
            '<span class="k">class</span> <span class="nf">A</span>: b',
        ),
        ("import a", '<span class="k">import</span> <span class="nn">a</span>'),
    ],
)
def test_one_colour_is_one_element(tmp_path, code, html):
    shown = coloured(tmp_path, code, PythonLexer(), nowrap=True).replace("&quot;", '"')
    assert shown.rstrip("\n") == html


def test_what_is_one_element_has_one_colour():
    """In the stylesheet of the Material that is installed."""
    [sheet] = Path(material.__file__).parent.glob("**/stylesheets/main.*.min.css")
    colours = {}
    for selectors, body in RULE.findall(sheet.read_text("utf-8")):
        if colour := re.search(r"(?<![\w-])color:([^;]+)", body):
            for token in re.findall(r"\.highlight \.(\w+)(?=,|$)", selectors):
                colours[token] = colour[1]
    for first, others in ONE_COLOUR.items():
        assert len({colours[token] for token in (first, *others.split())}) == 1, first
    # The other way round: what goes without an element has no colour of its own.
    assert not colours.keys() & {"sa", "fm", "vm"}
    assert colours["kc"] == "var(--md-code-hl-name-color)"  # site.css: that of text


def test_code_is_coloured_once_for_each_text(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "sitekit.render.code.highlight",
        lambda code, *rest: asked.append(code) or f"<pre>{code}</pre>",
    )
    shown = [coloured(tmp_path, code, PythonLexer()) for code in ("a", "b", "a")]
    assert shown == ["<pre>a</pre>", "<pre>b</pre>", "<pre>a</pre>"]
    assert asked == ["a", "b"]
    coloured(tmp_path, "a", PythonLexer(), wrapcode=True)
    assert asked == ["a", "b", "a"]


@pytest.mark.parametrize("more", ["", ' title="Adam"', ' hl_lines="1"'])
def test_a_fence_is_the_same_the_second_time(project, more):
    page = LISTING.replace("python", f"python{more}")
    assert project.render(page) == project.render(page)
    assert ("Adam" in project.render(page)) == ("Adam" in more)
    assert ("hll" in project.render(page)) == ("hl_lines" in more)


def test_inline_code_has_its_colours(project):
    assert '<span class="k">return</span>' in project.render("`#!python return x`")
