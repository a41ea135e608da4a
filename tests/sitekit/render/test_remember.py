from types import SimpleNamespace

import pytest
from markdown import Markdown

from sitekit.page.paths import Page, PageError
from sitekit.render.remember import page_of, remember

FILE = "docs/zh/basics/line.md"


def source(project, markdown):
    markdown.source = project.root / FILE


def mkdocs(project, markdown):
    file = SimpleNamespace(abs_src_path=str(project.root / FILE))
    processor = SimpleNamespace(file=file)
    markdown.treeprocessors.register(processor, "relpath", 0)


def zensical(project, markdown):
    context = SimpleNamespace(
        page=SimpleNamespace(path="basics/line.md"),
        config={"docs_dir": str(project.root / "docs/zh")},
    )
    markdown.preprocessors.register(context, "rendering_context", 0)


@pytest.mark.parametrize("says", [source, mkdocs, zensical])
def test_the_generator_says_which_page_it_is(project, says):
    says(project, markdown := Markdown())
    page = page_of(markdown, project.root)
    assert page == Page(project.root, "zh", "basics/line.md", offset=4)
    assert page.root == project.root


def test_text_that_is_no_page_is_refused(project):
    with pytest.raises(PageError, match="nobody says which page"):
        page_of(Markdown(), project.root)
    for elsewhere in ("README.md", "docs/terms.csv"):
        markdown = Markdown()
        markdown.source = project.root / elsewhere
        with pytest.raises(PageError, match="is no page below"):
            page_of(markdown, project.root)


def test_marks_become_their_html_and_text_stays(tmp_path):
    markdown = Markdown()
    page = remember(markdown, str(tmp_path))
    assert remember(markdown, str(tmp_path)) is page  # one for all extensions
    page.lines = ["first", "second", "  third line"]
    assert (page.line_of("\n third\nmore"), page.line_of("none")) == (3, None)
    mark = page.mark("<hr>")
    unmark = markdown.preprocessors["sitekit-unmark"]
    [line, other] = unmark.run(["  " + mark, "%%other%%"])
    assert (line[:2], other) == ("  ", "%%other%%")
    assert markdown.htmlStash.rawHtmlBlocks == ["<hr>"]
