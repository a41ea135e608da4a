import pytest

from sitekit.check.typed import typed
from sitekit.page.paths import Page

BODY = """# A line {{ #line }}

{}

## Exercises {{ #exercises }}

**1.** What is 0.777?
"""


def found(project, text):
    project.write("docs/en/basics/line.md", BODY.format(text))
    project.write("snippets/basics/line/steps.py", "# kind: exact\nlr, n = 0.1, 1000\n")
    page = Page(project.root, "en", "basics/line.md")
    return [number for _, number, _ in typed(page)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The loss falls to 0.163 in 22 steps.", ["0.163", "22"]),
        ("It is $0.163$, or 12 % of it.", ["0.163", "12 %"]),
        ('![Falls to 0.4.](figure:wave "At 0.41.")', ["0.4", "0.41"]),
        ("| 0.2 | 0.31 |", ["0.2", "0.31"]),
        ("Seven of a hundred runs.", ["Seven of a hundred"]),
        ("It fails in 3 of 40.", ["3 of 40", "40"]),
        ("100 次里有 7 次更低。", ["100 次里有 7", "100"]),
        # Settings and what can be checked by hand.
        ("With a rate of 0.10 and 1,000 samples.", []),
        ("Here $w = 0.25$, so 0.25 it is.", []),
        ("$$\n2 \\cdot 0.3 = 0.6\n$$\n\nSo 0.6 it is.", []),
        # Quoted, sourced, dated, named.
        ('It is {{ steps "a" 1:.2f }}.', []),
        ("They found [0.57](@kingma2015adam) there. Here 0.58.", ["0.58"]),
        ("Note B says 0.57.", []),
        ("The lecture reports 47%.", []),
        ("In 2015, with torch 2.13 and Section 4.2, `0.57`.", []),
        ("Two of three, four steps.", []),
    ],
)
def test_typed(project, text, numbers):
    assert found(project, text) == numbers


def test_it_names_line_and_sentence(project):
    found(project, "One.\n\nA first. It ends at 0.163.")
    page = Page(project.root, "en", "basics/line.md")
    assert typed(page) == [(5, "0.163", "It ends at 0.163.")]
