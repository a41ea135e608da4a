"""The foot of each page: its source, its tests, where to report an error."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from sitekit.build.finish import redirects
from sitekit.check.listings import blocks
from sitekit.page.files import rows
from sitekit.render import references

ROOT = Path(__file__).parents[2]
SITES = [{"lang": "zh-Hans", "prefix": ""}, {"lang": "en", "prefix": "en/"}]
built_only = pytest.mark.built
TEXT = {
    "zh": ["本页源码", "本页的测试", "报告错误"],
    "en": ["Source of this page", "Its tests", "Report an error"],
}

NOTEBOOK = {"下载笔记本", "Notebook", "在魔搭中运行", "在 Colab 中运行", "Run in Colab"}


def foot(root) -> dict[str, str]:
    """What the links at the foot of a page say, and where they lead."""
    (box,) = root.all("footer", cls="this-page")
    return {link.text(): link.attrs["href"] for link in box.all("a")}


@built_only
def test_foot_of_a_page(doc, site, built):
    links = foot(built(doc))
    assert [text for text in links if text not in NOTEBOOK] == TEXT[doc.lang]
    source, tests, report = ((site / doc.url, links[text]) for text in TEXT[doc.lang])
    copy = (source[0] / source[1]).resolve().relative_to(site.resolve())
    assert copy.as_posix() == f"source/{doc.source}.html"
    assert tests[1] == source[1] + "#tests"
    home = site / ("" if doc.lang == "zh" else doc.lang)
    assert (report[0] / report[1].partition("#")[0]).resolve() == (
        home / "reference/errata"
    ).resolve()
    assert report[1].endswith("#report")


@built_only
def test_copy_of_a_page_names_what_tests_it(doc, site, tree):
    root = tree(site / f"source/{doc.source}.html")
    (main,) = root.all("main")
    numbers = {a.attrs["id"] for a in main.all("a")}
    lines = (ROOT / doc.source).read_text("utf-8").count("\n")
    assert len(numbers) >= lines
    header = next(root.all("header")).text()
    code = re.search(r"pytest (\S+)", header)
    if doc.topic == "basics/linear-regression":
        assert code
        assert code[1] == doc.source
        assert "tests/chainrule/nn/test_linear.py" in header
    assert bool(code) == bool(blocks(ROOT / doc.source, ROOT))


@pytest.fixture
def links(tree):
    """links(host, lang, content): the foot of a page with this HTML."""

    def render(host: str, lang: str = "en", content: str = "") -> dict[str, str]:
        theme = Environment(loader=FileSystemLoader(ROOT / "docs/theme/partials"))
        theme.filters["url"] = lambda path: f"../../{path}"
        html = theme.get_template("this-page.html").render(
            config={"extra": {"alternate": SITES, "repository": host}},
            lang=SimpleNamespace(t=lambda key: lang),
            page=SimpleNamespace(
                file=SimpleNamespace(src_uri="a/b.md"), content=content, meta={}
            ),
            base_url="../..",
        )
        return foot(tree(html))

    return render


@pytest.mark.parametrize("host", ["", "https://host.example/us/notes/"])
def test_a_code_host_is_an_extra(links, host):
    found = links(host)
    assert [*found] == TEXT["en"] + (["New issue"] if host else [])
    issue = f"{host}issues/new?title=docs/en/a/b.md%3A%20"
    assert found.get("New issue", issue) == issue


LISTING = '<div class="listing-line"></div>'
BRANCH = "github/us/notes/blob/notebooks"


def test_a_page_with_a_listing_has_a_notebook(links):
    assert links("", "en", LISTING)["Notebook"] == "../../a/b.ipynb"
    assert "Run in Colab" not in links("https://host.example/us/notes", "en", LISTING)


@pytest.mark.parametrize(
    "host", ["https://github.com/us/notes", "https://github.com/us/notes/"]
)
def test_services_open_the_notebooks_of_a_branch(links, host):
    english, chinese = (links(host, lang, LISTING) for lang in ("en", "zh-Hans"))
    colab, modelscope = "https://colab.research.google.com", "https://modelscope.cn"
    assert english["Run in Colab"] == f"{colab}/{BRANCH}/en/a/b.ipynb"
    assert chinese["在 Colab 中运行"] == f"{colab}/{BRANCH}/a/b.ipynb"
    share = f"{modelscope}/notebook/share/{BRANCH}/a/b.ipynb"
    assert chinese["在魔搭中运行"] == share
    assert "Run in Colab" not in links(host)


# -- what pages name --------------------------------------------------------------


def test_redirects_lead_to_pages():
    redirects.load(ROOT)


def test_every_paper_is_cited_or_will_be(docs):
    planned = {row["path"] for row in rows(ROOT, "pages")}
    assert not references.faults(ROOT, docs, planned)


TYPED = re.compile(r"https?://(?:\w+\.)?(?:arxiv|doi)\.org/\S+")


def test_no_page_types_the_address_of_a_paper(doc):
    assert not TYPED.findall((ROOT / doc.source).read_text("utf-8"))


def test_a_typed_address_is_found():
    assert TYPED.findall("[arXiv:1](https://arxiv.org/abs/1)")
    assert TYPED.findall("[doi:1](https://dx.doi.org/1)")
