"""Links between pages lead to the same places in the book.

What the site has and the book has not (source pages, notebooks, the other language)
is linked where the site is public; else the words alone stay.
"""

from collections.abc import Callable
from urllib.parse import urldefrag, urljoin

from lxml.html import HtmlElement

from sitekit.build.book.contents import Book, Chapter
from sitekit.page.paths import Page

HOST = "http://the.site/"
OUTSIDE = ("href", "title", "rel", "lang", "aria-label")

Name = Callable[
    [str, str], str
]  # of a chapter's key and an id in it, or none: the href


def place(page: Page, href: str) -> tuple[str, str] | None:
    """The folder below the site's root and the id that a link of a page leads to."""
    address, ident = urldefrag(urljoin(f"{HOST}{page.url}/", href))
    if not address.startswith(HOST):
        return None
    path = address.removeprefix(HOST)
    return path.removesuffix("index.html").rstrip("/"), ident


def rewrite(book: Book, name: Name) -> None:
    """Let all links of the book's chapters lead where ``name`` says.

    Raises:
        ValueError: a link leads to an id that its chapter has not.
    """
    chapters = {chapter.page.url: chapter for chapter in book.chapters}
    idents = {
        chapter.key: set(chapter.article.xpath("//@id")) for chapter in book.chapters
    }
    for chapter in book.chapters:
        for link in chapter.article.xpath("//a[@href]"):
            target = place(chapter.page, link.get("href"))
            if target is None:
                continue
            there, ident = target
            if there not in chapters:
                _outside(book, link, *target)
                continue
            key = chapters[there].key
            if ident and ident not in idents[key]:
                raise ValueError(_missing(chapter, link.get("href")))
            link.set("href", name(key, ident))


def _outside(book: Book, link: HtmlElement, path: str, ident: str) -> None:
    if book.address:
        base = book.address.removesuffix("en/") if book.lang == "en" else book.address
        folder = "" if "." in path.rpartition("/")[2] or not path else "/"
        link.set("href", f"{base}{path}{folder}" + (f"#{ident}" if ident else ""))
        return
    link.tag = "span"
    for attribute in OUTSIDE:
        link.attrib.pop(attribute, None)


def _missing(chapter: Chapter, href: str) -> str:
    return f"{chapter.page.source}: a link leads to {href}, which is not in the book"
