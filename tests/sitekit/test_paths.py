import pytest
from markdown import Markdown
from mkdocs.utils.meta import get_data

from sitekit.paths import Page, PageError, body_of, locate, remember


@pytest.mark.parametrize(
    ("lang", "path", "url", "link"),
    [
        ("zh", "index.md", ".", "figures/x.svg"),
        ("en", "index.md", "en", "../figures/x.svg"),
        ("zh", "basics/line.md", "basics/line", "../../figures/x.svg"),
        ("en", "basics/line.md", "en/basics/line", "../../../figures/x.svg"),
        ("zh", "basics/index.md", "basics", "../figures/x.svg"),
        ("en", "a/b/c.md", "en/a/b/c", "../../../../figures/x.svg"),
    ],
)
def test_addresses(tmp_path, lang, path, url, link):
    page = Page(tmp_path, lang, path)
    assert (page.url, page.link("figures/x.svg")) == (url, link)


def test_topic_is_the_folder_of_the_programs(tmp_path):
    assert Page(tmp_path, "zh", "basics/line.md").topic == "basics/line"


@pytest.mark.parametrize(
    ("text", "body", "offset"),
    [
        ("# A\n", "# A\n", 0),
        ("---\na: 1\n---\n# A\n", "# A\n", 3),
        ("---\na: 1\nb: 2\n---\n\n\n# A\n", "# A\n", 6),
        ("---\nnever closed\n", "---\nnever closed\n", 0),
        ("A\n\n---\n\nB\n\n---\n", "A\n\n---\n\nB\n\n---\n", 0),
    ],
)
def test_front_matter(text, body, offset):
    assert body_of(text) == (body, offset)


def test_front_matter_ends_where_mkdocs_says():
    text = "---\ndescription: x\n---\n\n# A\n\n---\n\nB\n"
    assert body_of(text)[0] == get_data(text)[0]


def test_a_page_is_found_by_its_text(project):
    file = project.root / "docs/zh/basics/line.md"
    body, offset = body_of(file.read_text("utf-8"))
    assert locate(body, project.root) == Page(
        project.root, "zh", "basics/line.md", offset
    )
    project.add("docs/zh/basics/line.md", "\n改了。\n")
    assert locate(body, project.root).path == ""
    assert locate(body + "\n改了。\n", project.root).path == "basics/line.md"


def test_text_that_is_no_page(project):
    assert locate("elsewhere", project.root).source == "<string>"
    assert locate("", project.root).source == "<string>"


def test_error_says_the_line_of_the_file(tmp_path):
    page = Page(tmp_path, "en", "basics/line.md", offset=4)
    assert str(page.error(3, "no")) == "docs/en/basics/line.md:7: no"
    assert str(page.error(None, "no")) == "docs/en/basics/line.md: no"
    assert isinstance(page.error(1, ""), PageError)


def test_marks_become_their_html_and_text_stays(tmp_path):
    markdown = Markdown()
    page = remember(markdown, str(tmp_path))
    assert remember(markdown, str(tmp_path)) is page  # one for all extensions
    page.run(["first", "second", "  third line"])
    assert (page.line_of("\n third\nmore"), page.line_of("none")) == (3, None)
    mark = page.mark("<hr>")
    unmark = markdown.preprocessors["sitekit-unmark"]
    [line, other] = unmark.run(["  " + mark, "%%other%%"])
    assert (line[:2], other) == ("  ", "%%other%%")
    assert markdown.htmlStash.rawHtmlBlocks == ["<hr>"]
