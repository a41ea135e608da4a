import os
from types import SimpleNamespace

import pytest

from sitekit.build.kept import FIELDS, Kept, stamp
from sitekit.page.paths import Page

TEXT = (
    '```python\n--8<-- "src/chainrule/nn/line.py:line"\n```\n'
    '![W](figure:wave "W.")\n{{ other/page/study a=1 b }}\n'
)
FILES = ["basics/line.md"]


class File:
    """One of MkDocs' files: its own in each build."""

    def __init__(self, src_uri: str):
        self.src_uri = src_uri


@pytest.fixture
def page(project):
    project.write("snippets/other/page/study.out", "a,b\n1,2\n")
    project.add("docs/en/basics/line.md", TEXT)
    return Page(project.root, "en", "basics/line.md")


def touch(project, path):
    """Written anew, and a second later."""
    file = project.add(path, "# changed\n")
    later = file.stat().st_mtime + 1
    os.utime(file, (later, later))


@pytest.mark.parametrize(
    "path",
    [
        "src/chainrule/nn/line.py",
        "tests/chainrule/nn/test_line.py",
        "snippets/basics/line/wave.py",
        "snippets/basics/line/steps.out",
        "snippets/other/page/study.out",
        "docs/terms.csv",
    ],
)
def test_a_page_is_made_of_what_it_shows(project, page, path):
    before = stamp(page, TEXT, FILES)
    assert stamp(page, TEXT, FILES) == before
    touch(project, path)
    assert stamp(page, TEXT, FILES) != before


def test_and_of_its_text_and_of_what_there_is_to_link_to(page):
    stamps = {
        stamp(page, TEXT, FILES),
        stamp(page, TEXT + "x", FILES),
        stamp(page, TEXT, [*FILES, "basics/curve.md"]),
    }
    assert len(stamps) == 3


@pytest.mark.parametrize("path", ["src/chainrule/other.py", "docs/zh/index.md"])
def test_and_of_nothing_else(project, page, path):
    before = stamp(page, TEXT, FILES)
    touch(project, path)
    assert stamp(page, TEXT, FILES) == before


def test_rendered_once_and_found_again(project, page):
    kept, rendered = Kept(), []

    def render(page, config, files):
        rendered.append(page.markdown)
        for field in FIELDS:
            setattr(page, field, f"{field} of {page.markdown}")
        page.links_to_anchors = {files.src_uris["basics/line.md"]: {"a": "line.md#a"}}

    kept.render = render
    config = SimpleNamespace(
        config_file_path=str(project.root / "mkdocs.en.yml"),
        docs_dir=str(project.root / "docs/en"),
    )

    def served(markdown):
        """A page, and the list of files, as each build makes them anew."""
        file = File("basics/line.md")
        made = SimpleNamespace(file=file, markdown=markdown)
        kept.page(made, config, SimpleNamespace(src_uris={file.src_uri: file}))
        return made

    first, again = served("one"), served("one")
    assert rendered == ["one"]
    assert [getattr(again, f) for f in FIELDS] == [getattr(first, f) for f in FIELDS]
    assert [*again.links_to_anchors] == [again.file]  # this build's own
    assert served("two").content == "content of two"
    assert rendered == ["one", "two"]


def test_the_search_reads_a_page_once():
    kept, read = Kept(), []

    def add(index, page):
        read.append(page.url)
        index.entries += [f"{page.url} {page.content}", "and its sections"]

    kept.add = add
    for content in ("one", "one", "two"):
        index = SimpleNamespace(entries=["before"])
        kept.entry(index, SimpleNamespace(url="line/", content=content))
        assert index.entries == ["before", f"line/ {content}", "and its sections"]
    assert read == ["line/", "line/"]
