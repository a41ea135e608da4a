import pytest
from mkdocs.utils.meta import get_data

from sitekit.page import paths
from sitekit.page.paths import Page, PageError, body_of


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


def test_error_says_the_line_of_the_file(tmp_path):
    page = Page(tmp_path, "en", "basics/line.md", offset=4)
    assert str(page.error(3, "no")) == "docs/en/basics/line.md:7: no"
    assert str(page.error(None, "no")) == "docs/en/basics/line.md: no"
    assert isinstance(page.error(1, ""), PageError)


@pytest.mark.parametrize(
    ("source", "test"),
    [
        ("src/chainrule/nn/line.py", "tests/chainrule/nn/test_line.py"),
        ("src/sitekit/page/line.py", "tests/sitekit/page/test_line.py"),
    ],
)
def test_source_and_test_name_each_other(project, source, test):
    project.write(test, "")
    assert paths.test_of(project.root, source) == test
    assert paths.source_of(test) == source


@pytest.mark.parametrize(
    "source", ["src/chainrule/other.py", "src/sitekit/line.py", "snippets/nn/line.py"]
)
def test_source_without_a_test(project, source):
    assert paths.test_of(project.root, source) is None
