import pytest

from sitekit.page.state import state

EQUATION = "\n$$ y = wx \\tag{7.1} \\label{eq:line} $$\n"


@pytest.mark.parametrize(
    "path",
    [
        "src/chainrule/other.py",
        "tests/chainrule/nn/test_line.py",
        "snippets/basics/line/steps.out",
        "docs/terms.csv",
        "mkdocs.base.yml",
        "pyproject.toml",
    ],
)
def test_what_any_page_may_be_made_of(project, path):
    before = state(project.root)
    assert state(project.root) == before
    project.add(path, "\n")
    assert state(project.root) != before


def test_what_was_measured(project):
    before = state(project.root)
    project.write("build/ledger.json", "{}")
    assert state(project.root) != before


def test_of_other_pages_the_equations(project):
    before = state(project.root)
    project.add("docs/en/basics/line.md", "Text.\n")
    assert state(project.root) == before
    project.add("docs/en/basics/line.md", EQUATION)
    assert state(project.root) != before
