import logging
import os
from types import SimpleNamespace

import pytest
from mkdocs.structure.toc import get_toc

from sitekit.build.kept import Kept, stamp, token
from sitekit.page.paths import Page

TEXT = (
    '```python\n--8<-- "src/chainrule/nn/line.py:line"\n```\n'
    '![W](figure:wave "W.")\n{{ other/page/study a=1 b }}\n'
)
FILES = ["basics/line.md"]
BELOW = {"name": "Below &amp; so", "id": "below", "level": 2, "children": []}
HEAD = {"name": "A line", "id": "a-line", "level": 1, "children": [BELOW]}


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


class Site:
    """Builds of a page, each with its own objects, as MkDocs makes them."""

    def __init__(self, project):
        self.root, self.rendered = project.root, []
        self.config = SimpleNamespace(
            config_file_path=str(project.root / "mkdocs.en.yml"),
            docs_dir=str(project.root / "docs/en"),
        )
        self.warns = False
        self.start()

    def start(self):
        """A process of its own."""
        self.kept = Kept()
        self.kept.render = self.render
        self.kept.begin(self.root)
        logging.getLogger("mkdocs").addHandler(self.kept.heard)

    def render(self, page, config, files):
        self.rendered.append(page.markdown)
        if self.warns:
            logging.getLogger("mkdocs.structure.pages").warning("a link to nowhere")
        page.content = f"content of {page.markdown}"
        page._title_from_render = None
        page.toc = get_toc([HEAD])
        page.present_anchor_ids = {"a", "b"}
        page.links_to_anchors = {files.src_uris["basics/line.md"]: {"a": "line.md#a"}}

    def build(self, markdown):
        file = File("basics/line.md")
        made = SimpleNamespace(file=file, markdown=markdown)
        self.kept.page(
            made, self.config, SimpleNamespace(src_uris={file.src_uri: file})
        )
        return made


@pytest.fixture
def site(project):
    site = Site(project)
    yield site
    logging.getLogger("mkdocs").handlers.clear()


def test_rendered_once_and_found_again(site):
    for _ in range(2):  # the second is another process
        for _ in range(2):
            made = site.build("one")
            assert made.content == "content of one"
            assert made._title_from_render is None
            assert [token(link) for link in made.toc] == [HEAD]
            assert made.present_anchor_ids == {"a", "b"}
            assert made.links_to_anchors == {made.file: {"a": "line.md#a"}}  # its own
        site.start()
    assert site.rendered == ["one"]
    assert site.build("two").content == "content of two"
    assert site.rendered == ["one", "two"]


def test_of_an_earlier_process_only_if_nothing_changed(site, project):
    site.build("one")
    project.add("src/chainrule/other.py", "# what a badge may say\n")
    site.build("one")  # while serving
    assert site.rendered == ["one"]
    site.start()
    site.build("one")
    assert site.rendered == ["one", "one"]


def test_a_page_with_a_table_is_made_of_all_pages(site, project):
    table = "text\n<!-- table: units -->"
    for text, count in (("one", 1), (table, 2)):
        site.build(text)
        project.add("docs/en/index.md", "More.\n")
        site.start()
        site.build(text)
        assert site.rendered.count(text) == count


def test_a_fault_is_said_in_each_build(site):
    site.warns = True
    assert site.build("one").content == "content of one"
    site.build("one")
    assert site.rendered == ["one", "one"]


def test_the_search_reads_a_page_once():
    """Of either language: both have the same address."""
    kept, read = Kept(), []

    def add(index, page):
        read.append(page.file.abs_src_path)
        index.entries += [f"{page.url} {page.content}", "and its sections"]

    kept.add = add
    for content in ("one", "one", "two"):
        for source in ("docs/zh/line.md", "docs/en/line.md"):
            index = SimpleNamespace(entries=["before"])
            file = SimpleNamespace(abs_src_path=source)
            page = SimpleNamespace(url="line/", content=content, file=file)
            kept.entry(index, page)
            assert index.entries == ["before", f"line/ {content}", "and its sections"]
    assert read == ["docs/zh/line.md", "docs/en/line.md"] * 2
