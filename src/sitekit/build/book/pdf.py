"""A book as one PDF for A4, printed by Chromium chapter by chapter.

What a page's own print style does is in the site's ``print.css``; ``pdf.css`` adds
what only a book has. Printed as one document a book would take gigabytes; printed
apart, a link to another chapter is an address for Chromium, ``HOST`` and an id, which
``_connect`` makes a place in the file.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote, urldefrag

from playwright.sync_api import Page as Tab
from pypdf import PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import (
    ArrayObject,
    Fit,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    TextStringObject,
)
from tqdm import tqdm

from sitekit.build.book import front, paper
from sitekit.build.book.contents import Book
from sitekit.build.chromium import chromium
from sitekit.page.files import write
from sitekit.page.paths import BUILD

Parent = IndirectObject | None
Opened = Callable[[], AbstractContextManager[Tab]]


@dataclass
class Bound:
    """The pages so far, and where on them the places are that something leads to."""

    writer: PdfWriter = field(default_factory=PdfWriter)
    places: dict[str, tuple[int, float, float]] = field(default_factory=dict)

    def append(self, printed: PdfReader, first: int) -> int:
        """Put the pages of a document at ``first``; return how many there are."""
        numbers = {page.indirect_reference: n for n, page in enumerate(printed.pages)}
        for name, place in printed.named_destinations.items():
            self.places[name.removeprefix("/")] = (
                first + numbers[place.page],
                float(place.left or 0),
                float(place.top or 0),
            )
        for number, page in enumerate(printed.pages, first):
            self.writer.insert_page(page, number)
        return len(printed.pages)


@contextmanager
def _chromium() -> Iterator[Tab]:
    with chromium() as browser:
        yield browser.new_page(color_scheme="light")


def make(book: Book, opened: Opened = _chromium) -> bytes:
    """The file, printed by the browser whose tab ``opened`` gives.

    Raises:
        RuntimeError: there is no Chromium.
    """
    bound = Bound()
    folder = book.root / BUILD / "book" / book.lang
    documents = paper.documents(book)
    with opened() as tab:

        def printed(name: str, document: str) -> PdfReader:
            file = folder / f"{name}.html"
            write(file, document)
            tab.goto(file.as_uri(), wait_until="load")
            return PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))

        pages = 0
        for key, document in tqdm(documents.items(), f"{book.lang} PDF", unit="page"):
            pages += bound.append(printed(key, document(pages)), pages)
        numbers = {key: page + 1 for key, (page, _, _) in bound.places.items()}
        before = printed("front", paper.front_of(book, numbers))
    ahead = len(before.pages)
    bound.places = {k: (n + ahead, x, y) for k, (n, x, y) in bound.places.items()}
    bound.append(before, 0)
    _connect(bound)
    _mark(book, bound)
    bound.writer.set_page_label(0, ahead - 1, style=PageLabelStyle.LOWERCASE_ROMAN)
    bound.writer.set_page_label(ahead, ahead + pages - 1, style=PageLabelStyle.DECIMAL)
    return _written(book, bound.writer)


def _connect(bound: Bound) -> None:
    """Let links lead to pages, not to addresses that only this program knows."""
    pages = [*bound.writer.pages]
    for page in pages:
        for each in page.get("/Annots", ()):
            link = each.get_object()
            address = link.get("/A", {}).get("/URI", "")
            if address.startswith(f"{paper.HOST}#"):
                number, left, top = bound.places[unquote(urldefrag(address)[1])]
                corner = FloatObject(left), FloatObject(top), NullObject()
                there = pages[number].indirect_reference
                to = ArrayObject([there, NameObject("/XYZ"), *corner])
                link[NameObject("/Dest")] = to
                del link["/A"]


def _mark(book: Book, bound: Bound) -> None:
    """Bookmarks: parts, their chapters, and the sections of these."""

    def mark(words: str, ident: str, parent: Parent = None) -> Parent:
        page, left, top = bound.places[ident]
        fit = Fit.xyz(left, top)
        return bound.writer.add_outline_item(
            title=words,
            page_number=page,
            parent=parent,
            fit=fit,
            is_open=parent is None,  # parts show their chapters, these fold sections
        )

    contents = front.TEXT[book.lang]["contents"]
    bound.writer.add_outline_item(title=contents, page_number=1)
    for part in book.parts:
        above = mark(part.title, part.key)
        for chapter in part.chapters:
            within = mark(front.name_of(chapter), chapter.key, above)
            for ident, words in chapter.sections:
                mark(words, paper.ident_of(chapter.key, ident), within)


def _written(book: Book, writer: PdfWriter) -> bytes:
    stamp = f"D:{book.date.replace('-', '')}000000Z"
    said = {
        "/Title": book.title,
        "/Author": book.title,
        "/Subject": book.about,
        "/CreationDate": stamp,
        "/ModDate": stamp,
    }
    writer.add_metadata(said)
    writer.root_object[NameObject("/Lang")] = TextStringObject(book.language)
    # Each chapter brought its own copies, of Chinese letters above all.
    writer.compress_identical_objects()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
