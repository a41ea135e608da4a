import html
import sys

import pytest

MODULE = """
class Double:
    page, equation, number = "basics/line", "eq:double", "1.2"
    zh, en = "两倍，a < b", "twice, a < b"

    def signature(self, name):
        return f"{name}(x, y)"


def find(name):
    if name != "double":
        raise LookupError(f"no exercise {name!r}: double?")
    return Double()
"""


@pytest.fixture
def checked(project, monkeypatch):
    """A project with one exercise."""
    project.write("lib/line_checks.py", MODULE)
    project.replace("pyproject.toml", "[tool.sitekit]", CHECKS)
    monkeypatch.syspath_prepend(project.root / "lib")
    yield project
    sys.modules.pop("line_checks", None)


CHECKS = '[tool.sitekit]\nchecks = "line_checks"'
ALONE = "a check stands alone on its line: <!-- check: name -->"
LINE = "**1.** Write it.\n\n<!-- check: double -->\n"


@pytest.mark.parametrize(
    ("lang", "told", "button"),
    [
        ("en", "equation (1.2)</a>: twice, a &lt; b", "Check here"),
        ("zh", "式 (1.2)</a>：两倍，a &lt; b", "在这里检查"),
    ],
)
def test_box(checked, lang, told, button):
    said = checked.render(LINE, lang)
    assert said.count('<div class="check" data-module="line_checks" ') == 1
    assert "<code>double(x, y)</code>" in said
    assert f'<a href="#eq:double">{told}</p>' in said
    assert ">python -m line_checks double mine.py</code></pre>" in said
    assert f" hidden>{button}</button></div>" in said
    assert "<!-- check" not in said
    start = said.split('data-start="')[1].split('"')[0]
    assert "\n" not in start
    assert html.unescape(start) == "import numpy as np\n\n\ndef double(x, y):\n    "


def test_on_another_page_it_leads_to_its_own(checked):
    said = checked.render(LINE, "en", "basics/curve.md")
    assert '<a href="../line/#eq:double">' in said
    said = checked.render(LINE, "zh", "other/a.md")
    assert '<a href="../../basics/line/#eq:double">' in said


def test_inside_a_list_and_a_fold(checked):
    said = checked.render('??? tip "Hint"\n    Text.\n\n    <!-- check: double -->\n')
    assert (
        said.index("<details") < said.index('class="check"') < said.index("</details>")
    )


def test_in_code_it_is_code(checked):
    said = checked.render("```text\n<!-- check: double -->\n```\n")
    assert 'class="check"' not in said


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<!-- check: triple -->", "no exercise 'triple': double?"),
        (
            "Text <!-- check: double -->",
            ALONE,
        ),
        (
            "<!-- check double -->",
            ALONE,
        ),
    ],
)
def test_refuses(checked, line, message):
    checked.refuses(f"Text.\n\n{line}\n", 7, message)


def test_without_a_module(project):
    project.refuses(
        "<!-- check: double -->\n", 5, "[tool.sitekit] names no module of checks"
    )
