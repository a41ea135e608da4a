import pytest

from sitekit.page.alone.copies import copies, reads
from sitekit.page.paths import LANGS, Page

PROGRAM = """\
# kind: study
from chainrule.nn.line import line

# --8<-- [start:size]
SIZE = 3
# --8<-- [end:size]
HIDDEN = 4
# --8<-- [start:long]
print(line(SIZE, HIDDEN, 0))
# --8<-- [end:long]
# --8<-- [start:short]
print(SIZE)
# --8<-- [end:short]
# --8<-- [start:reads]
print(len(open("bench/results/x.json").read()), "no/file.json")
# --8<-- [end:reads]
"""


def fence(name: str) -> str:
    return f'```python\n--8<-- "snippets/basics/line/use.py:{name}"\n```\n\n'


@pytest.fixture
def page(project):
    project.write("snippets/basics/line/use.py", PROGRAM)
    project.write("bench/results/x.json", "{}")
    names = "size", "long", "short", "reads"
    text = "".join(
        "<!--pytest.mark.slow-->\n" * (n == "long") + fence(n) for n in names
    )
    for lang in LANGS:
        project.write(f"docs/{lang}/basics/line.md", "# A line\n\n" + text)
    return Page(project.root, "en", "basics/line.md")


def test_the_programs_of_a_page(page):
    kept = copies(page)
    assert [*kept.listings] == [1, 2]
    head = "# From Lines, basics/line. Licence: 0BSD.\n"
    assert kept.text(kept.listings[2]) == f"{head}SIZE = 3\n\nprint(SIZE)\n"
    assert copies(Page(page.root, "zh", page.path)) == kept


def test_of_a_long_listing_the_program(page):
    kept = copies(page)
    said = kept.text(kept.listings[1])
    assert "HIDDEN = 4\nprint(line(SIZE, HIDDEN, 0))\n" in said
    assert "def line(x, w, b):" in said
    assert "8<" not in said


def test_the_page_says_what_it_leaves_out_and_reads(page):
    kept = copies(page)
    said = kept.text(kept.page)
    assert (
        "# Without 1 long programs, which the page shows: copy them one by one.\n"
        in said
    )
    assert (
        "# Reads bench/results/x.json of the project, below the working folder.\n"
        in said
    )
    assert "HIDDEN" not in said
    assert reads(page.root, said) == ["bench/results/x.json"]


def test_of_a_listing_that_lacks_a_name_the_program(project, page):
    late = (
        "# --8<-- [start:late]\ndef late():\n    return HIDDEN\n# --8<-- [end:late]\n"
    )
    project.add("snippets/basics/line/use.py", late)
    for lang in LANGS:
        project.add(f"docs/{lang}/basics/line.md", fence("late"))
    kept = copies(page)
    assert "HIDDEN = 4\n" in kept.text(kept.listings[4])


def test_programs_follow_the_modules(project, page):
    copies(page)
    project.replace("src/chainrule/nn/line.py", "b + w", "w + b")
    kept = copies(page)
    assert "return w + b * x" in kept.text(kept.listings[1])


def test_a_page_without_code(project):
    assert not copies(Page(project.root, "en", "index.md")).page
