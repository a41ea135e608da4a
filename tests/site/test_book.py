"""The book of a few chapters of the built site: nothing of them is lost in it."""

import io
import re
import unicodedata
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from helpers.weekly import weekly
from lxml import etree, html
from pypdf import PdfReader

from sitekit.build.book import chapter, contents, epub, front, pdf
from sitekit.page.paths import Page

pytestmark = pytest.mark.built

ROOT = Path(__file__).parents[2]
TOPICS = ("classification/digits-first-look", "pytorch/tensors", "reference/glossary")
XHTML = "{http://www.w3.org/1999/xhtml}"
MATHML = "{http://www.w3.org/1998/Math/MathML}"
# Fonts give some characters the number of their radical, as no normal form undoes.
RADICALS = str.maketrans(
    "⺟⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻥⻦⻩⻬⻰", "母见角贝车长门青页风飞食马骨鱼鸟黄齐龙"
)
ADDRESS = re.compile(r"\(https?://[^)]*\)")  # is written behind a link that leads out
UNKNOWN = ("\ufffd", "\0")  # what a reader is given for a glyph that is missing


def bare(text: str) -> str:
    """Characters alone, however they were set."""
    return "".join(unicodedata.normalize("NFKC", text).translate(RADICALS).split())


@pytest.fixture
def book(site):
    def read(lang: str) -> contents.Book:
        return contents.read(ROOT, site, lang, TOPICS)

    return read


@pytest.fixture
def articles(site):
    """articles(lang): of the pages themselves, as they were built."""
    return lambda lang: [
        chapter.parse(site / Page(ROOT, lang, f"{topic}.md").url / "index.html").find(
            ".//article"
        )
        for topic in TOPICS
    ]


def paragraphs(article: html.HtmlElement) -> list[str]:
    """Those without a formula, which no two programs set alike, and lines of code."""
    found = [
        p.text_content()
        for p in article.xpath(".//p[not(.//math) and not(ancestor::footer)]")
        if p.get("class") != "program" and not p.xpath("ancestor::*[@class='proof']")
    ]
    for code in article.xpath(".//pre"):
        found += code.text_content().split("\n")
    return [text for text in found if bare(text)]


def test_the_chapters_of_an_epub(book, articles):
    made = zipfile.ZipFile(io.BytesIO(epub.make(book("en"))))
    pages = {
        name: etree.fromstring(made.read(name))
        for name in made.namelist()
        if name.endswith(".xhtml")
    }
    for topic, article in zip(TOPICS, articles("en"), strict=True):
        page = pages[f"EPUB/{topic.replace('/', '-')}.xhtml"]
        text = bare("".join(page.itertext()))
        assert [p for p in paragraphs(article) if bare(p) not in text] == []
        formulas = len(article.xpath(".//*[@class='arithmatex']"))
        assert len([*page.iter(f"{MATHML}math")]) == formulas
        assert len([*page.iter(f"{XHTML}figure")]) == len([*article.iter("figure")])
        assert len([*page.iter(f"{XHTML}h2")]) == len([*article.iter("h2")])
        assert not any(mark in text for mark in UNKNOWN)
    names = {name.removeprefix("EPUB/"): page for name, page in pages.items()}
    links = [a.get("href") for page in pages.values() for a in page.iter(f"{XHTML}a")]
    inside = [link for link in links if not link.startswith("https:")]
    assert len(inside) > 50
    for link in inside:
        name, _, ident = link.partition("#")
        assert not ident or names[name].xpath("//*[@id=$i]", i=ident), link


@weekly
@pytest.mark.browser
def test_the_chapters_of_a_pdf(book, articles, browser):
    found = book("zh")
    reader = PdfReader(io.BytesIO(pdf.make(found, lambda: closing(browser.new_page()))))
    pages = [bare(page.extract_text()) for page in reader.pages]
    # The foot, which is read first, would part a paragraph that goes on overleaf.
    feet = "|".join(re.escape(bare(front.name_of(each))) for each in found.chapters)
    foot = re.compile(rf"(\d+|[ivx]+)?({feet})?")
    text = "".join(page[foot.match(page).end() :] for page in pages)
    assert not any(mark in text for mark in UNKNOWN)
    text = ADDRESS.sub("", text)
    for article in articles("zh"):
        assert [p for p in paragraphs(article) if bare(p) not in text] == []
    titles = [
        title
        for part in found.parts
        for title in (
            part.title,
            *(
                words
                for each in part.chapters
                for words in (
                    f"{each.number} {each.title}".strip(),
                    *(words for _, words in each.sections),
                )
            ),
        )
    ]
    marks = [*flat(reader.outline)]
    assert [mark.title for mark in marks][1:] == titles
    for mark in marks[1:]:
        page = pages[reader.get_destination_page_number(mark)]
        assert bare(mark.title) in page
    links = [
        each.get_object() for page in reader.pages for each in page.get("/Annots", ())
    ]
    left = [link["/A"]["/URI"] for link in links if "/Dest" not in link]
    assert len(links) - len(left) > 100
    assert not [uri for uri in left if not uri.startswith("https://")]
    assert found.date in text
    assert bare(found.licence) in text


def flat(items):
    for item in items:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield item
