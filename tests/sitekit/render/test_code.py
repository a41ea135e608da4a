import re

import pytest
from pygments.lexers.python import PythonLexer

from sitekit.render.code import coloured

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
        ("@a", '<span class="k">@a</span>'),
        ("import a", '<span class="k">import</span> <span class="nf">a</span>'),
    ],
)
def test_one_colour_is_one_element(tmp_path, code, html):
    shown = coloured(tmp_path, code, PythonLexer(), nowrap=True).replace("&quot;", '"')
    assert shown.rstrip("\n") == html


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
