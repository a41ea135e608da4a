import pytest
from helpers.entries import ENTRY

from sitekit.page import ledger
from sitekit.page.paths import Page
from sitekit.page.tested import digest, digests, is_tested

USE = '# A line\n\n```python\n--8<-- "snippets/basics/line/use.py"\n```\n'
CODE = "# kind: exact\nfrom chainrule.nn.line import line\n\nprint(line(1, 2, 3))\n"


@pytest.fixture
def page(project):
    project.write("snippets/basics/line/use.py", CODE)
    project.write("docs/en/basics/line.md", USE)
    return Page(project.root, "en", "basics/line.md")


def test_a_page_ran_until_its_code_changes(project, page):
    assert not is_tested(page)
    assert [*digests(project.root)] == [page.source]
    ledger.save(project.root, [ENTRY], {}, "2026-11-30", digests(project.root))
    assert is_tested(page)
    project.add("docs/en/basics/line.md", "\nA word more.\n")
    assert is_tested(page)
    project.add("src/chainrule/nn/line.py", "# changed\n")
    assert not is_tested(page)


def test_the_listing_itself(project, page):
    ledger.save(project.root, [ENTRY], {}, "2026-11-30", digests(project.root))
    project.add("snippets/basics/line/use.py", "print(1)\n")
    assert not is_tested(page)


def test_every_listing_counts(project, page):
    project.write("snippets/basics/line/more.py", "# kind: exact\nprint(1)\n")
    project.add("docs/en/basics/line.md", USE.replace("use.py", "more.py"))
    ledger.save(project.root, [ENTRY], {}, "2026-11-30", digests(project.root))
    assert is_tested(page)
    project.add("snippets/basics/line/more.py", "print(2)\n")
    assert not is_tested(page)


def test_a_page_without_code(project):
    assert digest(Page(project.root, "en", "index.md")) == ""
    assert not is_tested(Page(project.root, "en", "index.md"))
