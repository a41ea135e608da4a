"""The chapters of a book as Chromium is to print them: HTML over the site's styles."""

from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from lxml import html

from sitekit.build.book import chapter, front, links
from sitekit.build.book.contents import Book, Chapter, Part

STYLES = Path(__file__).with_name("pdf.css")
HOST = "http://the.book/"  # with an id behind it: a place in another document
SCHEME = (
    'data-md-color-scheme="default" data-md-color-primary="custom" '
    'data-md-color-accent="custom"'
)


def ident_of(key: str, ident: str) -> str:
    """An id in the whole book; of a chapter or part as such if it is none in it."""
    return f"{key}--{ident}" if ident else key


def documents(book: Book) -> dict[str, Callable[[int], str]]:
    """Each chapter's document, by its name; it is told how many pages precede it."""
    wanted: set[str] = set()  # places to which something in the book leads

    def name(key: str, ident: str) -> str:
        wanted.add(ident_of(key, ident))
        return f"{HOST}#{ident_of(key, ident)}"

    links.rewrite(book, name)
    front.table(book, name)
    return {
        each.key: partial(_document, book, part, each, wanted)
        for part in book.parts
        for each in part.chapters
    }


def _document(
    book: Book, part: Part, each: Chapter, wanted: set[str], pages: int
) -> str:
    body, own = _article(book, each), [each.key]
    if each is part.chapters[0]:
        own.append(part.key)
        title = f'<h1 class="opening" id="{part.key}">{escape(part.title)}</h1>'
        body = title + body
    # Chromium notes a place only if a link leads there, seen or not.
    unseen = "".join(
        f'<a href="#{ident}"></a>'
        for ident in sorted(wanted)
        if ident.partition("--")[0] in own
    )
    foot = front.name_of(each).replace("\\", r"\\").replace('"', r"\"")
    css = f"html {{ counter-reset: page {pages} }}"
    css += f'@page {{ @bottom-left {{ content: "{foot}" }} }}'
    return _page(book, css, f"{body}<div hidden>{unseen}</div>")


def front_of(book: Book, numbers: Mapping[str, int]) -> str:
    """Title page and table of contents, with the number of each place's page."""
    table = front.table(
        book,
        lambda key, ident: f"{HOST}#{ident_of(key, ident)}",
        lambda key, ident: str(numbers[ident_of(key, ident)]),
    )
    css = "@page { @bottom-right { content: counter(page, lower-roman) } }"
    return _page(book, css, f'{front.title_page(book)}<nav id="contents">{table}</nav>')


def _page(book: Book, css: str, body: str) -> str:
    folder = book.chapters[0].page.url
    head = chapter.parse(book.site / folder / "index.html")
    styles = "".join(
        f'<link rel="stylesheet" href="{_file(book, folder, address)}">'
        for address in head.xpath("//link[@rel='stylesheet']/@href")
    )
    return (
        f'<!doctype html><html lang="{book.language}"><head><meta charset="utf-8">'
        f"<title>{escape(book.title)}</title>{styles}"
        f"<style>{STYLES.read_text('utf-8')}{css}</style></head>"
        f'<body dir="ltr" {SCHEME} class="md-typeset">{body}</body></html>'
    )


def _article(book: Book, each: Chapter) -> str:
    article = each.article
    for element in article.xpath("//*[@id]"):
        element.set("id", ident_of(each.key, element.get("id")))
    for image in article.iter("img"):
        image.set("src", _file(book, each.page.url, image.get("src")))
    article.set("id", each.key)
    return html.tostring(article, encoding="unicode")


def _file(book: Book, folder: str, address: str) -> str:
    path = urljoin(f"/{folder}/", address)
    return path if path.startswith("data:") else (book.site / path[1:]).as_uri()
