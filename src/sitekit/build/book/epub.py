"""A book as EPUB 3, with the table of contents of EPUB 2 beside its own."""

import base64
import io
import uuid
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from ebooklib import epub
from lxml import etree
from tqdm import tqdm

from sitekit.build.book import front, links, mathml, pictures
from sitekit.build.book.contents import Book, Chapter
from sitekit.page.project import project

STYLES = Path(__file__).with_name("epub.css")
SVG = "image/svg+xml"
ENDINGS = {SVG: ".svg", "image/png": ".png", "image/jpeg": ".jpg"}
ACCESS = [
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "MathML"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityHazard", "none"),
]
PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
lang="{lang}" xml:lang="{lang}">
<head><title>{title}</title><link rel="stylesheet" href="book.css"/></head>
<body>{body}</body>
</html>
"""


class Written(epub.EpubHtml):
    """A page as we wrote it; ebooklib would read and write it again."""

    def get_content(self, default: object = None) -> bytes:
        return self.content.encode()


def make(book: Book) -> bytes:
    """The file."""
    made = epub.EpubBook()
    name = f"{project(book.root).package}-{book.lang}"
    made.set_identifier(uuid.uuid5(uuid.NAMESPACE_URL, f"{name} {book.date}").urn)
    made.set_title(book.title)
    made.set_language(book.language)
    made.add_author(book.title)
    made.add_metadata("DC", "description", book.about)
    made.add_metadata("DC", "rights", book.licence)
    made.add_metadata("DC", "date", book.date)
    for name, value in ACCESS:
        made.add_metadata(None, "meta", value, {"property": f"schema:{name}"})
    styles = STYLES.read_text("utf-8")
    made.add_item(epub.EpubItem("style", "book.css", "text/css", styles.encode()))

    def add(key: str, title: str, body: str, properties: tuple[str, ...] = ()) -> None:
        page = Written(uid=key, file_name=f"{key}.xhtml", title=title)
        page.content = PAGE.format(lang=book.language, title=escape(title), body=body)
        page.properties = [*properties]
        made.add_item(page)
        made.spine.append(page)

    links.rewrite(book, address)
    contents = front.TEXT[book.lang]["contents"]
    add("title", book.title, front.title_page(book))
    for item in _pictures(book):
        made.add_item(item)
    listed = '<nav epub:type="toc" id="toc">' + front.table(book, address) + "</nav>"
    add("contents", contents, listed, ("nav",))
    chapters = iter(tqdm(book.chapters, f"{book.lang} EPUB", unit="page"))
    for part in book.parts:
        add(part.key, part.title, f'<h1 class="part">{escape(part.title)}</h1>')
        for _ in part.chapters:
            chapter = next(chapters)
            formulas = mathml.convert(chapter.article)
            body = xhtml(chapter)
            add(chapter.key, chapter.title, body, ("mathml",) if formulas else ())
    made.toc = [*_outline(book)]
    made.add_item(epub.EpubNcx())
    out = io.BytesIO()
    epub.write_epub(out, made, {"raise_exceptions": True})
    return out.getvalue()


def address(key: str, ident: str) -> str:
    return f"{key}.xhtml" + (f"#{ident}" if ident else "")


def xhtml(chapter: Chapter) -> str:
    """The article of a chapter."""
    article = chapter.article
    for fold in [*article.iter("details")]:
        fold.tag, fold.attrib["class"] = "div", f"fold {fold.get('class', '')}".strip()
        fold.attrib.pop("open", None)
        for summary in fold.iterfind("summary"):
            summary.tag, summary.attrib["class"] = "p", "summary"
    article.tag = "section"
    article.attrib.clear()
    return etree.tostring(article, encoding="unicode", method="xml")


def _pictures(book: Book) -> Iterator[epub.EpubItem]:
    """The files of all pictures, to which these are led."""
    known: dict[str, str] = {}  # address: name in the book
    for chapter in book.chapters:
        for image in chapter.article.iter("img"):
            address = image.get("src")
            if not address.startswith("data:"):
                address = urljoin(f"/{chapter.page.url}/", address)
            if address not in known:
                kind, data = _picture(book, address)
                known[address] = f"pictures/{len(known) + 1}{ENDINGS[kind]}"
                yield epub.EpubItem(None, known[address], kind, data)
            image.set("src", known[address])


def _picture(book: Book, address: str) -> tuple[str, bytes]:
    """Type and bytes of a picture that is a file of the site, or is its own address."""
    if address.startswith("data:"):
        kind, _, encoded = address.removeprefix("data:").partition(";base64,")
        return kind, base64.b64decode(encoded)
    file = book.site / address[1:]
    (kind,) = (kind for kind, ending in ENDINGS.items() if ending == file.suffix)
    data = file.read_bytes()
    return kind, pictures.light(data.decode()).encode() if kind == SVG else data


def _outline(book: Book) -> Iterator[tuple[epub.Section, list]]:
    """The same table for readers of EPUB 2."""
    for part in book.parts:
        chapters = [
            (
                epub.Section(front.name_of(each), address(each.key, "")),
                [
                    epub.Link(address(each.key, ident), words, f"{each.key}-{ident}")
                    for ident, words in each.sections
                ],
            )
            for each in part.chapters
        ]
        yield epub.Section(part.title, address(part.key, "")), chapters
