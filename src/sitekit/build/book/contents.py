"""A book: which pages of the site are in it, in which order, under which names."""

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lxml.html import HtmlElement
from mkdocs.utils.yaml import yaml_load
from tqdm import tqdm

from sitekit.build.book import chapter
from sitekit.build.site import LOOPBACK
from sitekit.build.skeleton import CONFIGS
from sitekit.page.files import rows
from sitekit.page.ledger import load
from sitekit.page.paths import Page


@dataclass(frozen=True)
class Chapter:
    page: Page
    number: str  # empty for pages between chapters and behind them
    title: str
    sections: list[tuple[str, str]]  # the id of each, and its words
    article: HtmlElement  # which the makers of files change

    @property
    def key(self) -> str:
        """Its name in the book: of its file, and before its ids."""
        return self.page.topic.replace("/", "-")


@dataclass(frozen=True)
class Part:
    title: str
    chapters: list[Chapter]

    @property
    def key(self) -> str:
        """Its place: no chapter's, for that has a part before its name."""
        return f"part-{self.chapters[0].page.topic.split('/')[0]}"


@dataclass(frozen=True)
class Book:
    root: Path
    site: Path
    lang: str
    title: str
    about: str  # in a line
    licence: str
    language: str  # as the site says it: zh-Hans
    address: str  # of the site; empty if it was built for this machine alone
    date: str
    versions: dict[str, str]  # with which it was verified
    parts: list[Part] = field(default_factory=list)

    @property
    def chapters(self) -> list[Chapter]:
        return [each for part in self.parts for each in part.chapters]


def read(
    root: Path, site: Path, lang: str, topics: Iterable[str] | None = None
) -> Book:
    """The book of a language: all pages of the navigation but the first, or these.

    Raises:
        ValueError: the site is not built, or not all of it.
    """
    home = site / Page(root, lang, "index.md").url / "index.html"
    if not home.is_file():
        raise ValueError(f"there is no {home.relative_to(root)}: run `make site` first")
    (canonical,) = chapter.parse(home).xpath("//link[@rel='canonical']/@href")
    with (root / CONFIGS[lang]).open("rb") as file:
        config = yaml_load(file)
    book = Book(
        root=root,
        site=site,
        lang=lang,
        title=config["site_name"],
        about=config["site_description"],
        licence=config["copyright"],
        language=config["theme"]["language"],
        address="" if canonical.startswith(LOOPBACK) else canonical,
        date=time.strftime("%Y-%m-%d", time.gmtime(_now())),
        versions=load(root).versions,
    )
    listed = [
        (title, Page(root, lang, path))
        for entry in config["nav"]
        for title, paths in entry.items()
        if isinstance(paths, list)  # a part; the first page stands alone
        for path in paths
    ]
    wanted = None if topics is None else set(topics)
    chosen = [(t, page) for t, page in listed if not wanted or page.topic in wanted]
    numbers = {row["path"]: row["number"] for row in rows(root, "pages")}
    for title, page in tqdm(chosen, f"{lang} pages", unit="page"):
        if not book.parts or book.parts[-1].title != title:
            book.parts.append(Part(title, []))
        article = chapter.read(site, page)
        number = numbers.get(page.topic, "")
        sections = [(h.get("id"), words(h)) for h in article.iterfind("h2[@id]")]
        heading = article.find("h1")
        made = Chapter(page, number, words(heading), sections, article)
        heading.text = f"{number} {heading.text or ''}".strip()
        book.parts[-1].chapters.append(made)
    return book


def words(heading: HtmlElement) -> str:
    return " ".join(heading.text_content().split())


def _now() -> float:
    """Another clock may be set, so that the same site is the same book."""
    return float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
