"""Terms: their first use in a section leads to the glossary, and says the other form.

``learning rate`` becomes a quiet link to its row of the glossary, whose title is
``学习率``, in the other language (the words keep the page's):

    <a class="term" href="…/glossary/#term-learning-rate" title="学习率"
       lang="zh-Hans"><span lang="en">learning rate</span></a>

A bare title is read by a mouse alone. The link is there for a keyboard, a finger, a
screen reader and a page without scripts, too. Not marked are terms in code, links,
headings, formulas, quotations and whatever the search leaves out; those whose other
form the author writes (``动量（momentum）``); Chinese terms of one character; and what
``docs/terms.csv`` calls an everyday word of a language, as "step" is seldom a term.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from sitekit.page.files import rows
from sitekit.page.paths import Page
from sitekit.render.remember import Remember, remember

GLOSSARY = "reference/glossary"
TAGS = {"zh": "zh-Hans", "en": "en"}
OTHER = {"zh": "en", "en": "zh"}
SECTIONS = ("h2", "h3")
HEADINGS = ("h1", *SECTIONS, "h4", "h5", "h6")
CLOSED = (*HEADINGS, "a", "abbr", "button", "code", "label", "pre", "summary", "th")
CLOSED_CLASSES = {"arithmatex", "admonition-title", "headerlink"}
BRACKETS = re.compile(r"（.*?）")
QUOTED = re.compile(r"“[^”]*”")


@dataclass(frozen=True)
class Term:
    id: str
    own: str  # as the page's language writes it
    other: str


@dataclass(frozen=True)
class Terms:
    """The glossary, to be looked for in texts of one language."""

    found: dict[str, Term]  # by the lower-case form
    pattern: re.Pattern[str]

    def find(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Terms in order, the longest where several begin, and no two that overlap."""
        free = QUOTED.sub(lambda match: " " * len(match[0]), text)
        for match in self.pattern.finditer(free):
            word = re.sub(r"[\s-]+", " ", match[1]).lower()
            term = self.found[word]
            # "hessian" is nobody's matrix, but "Gradient" may begin a sentence.
            if term.own[0] in (match[1][0], match[1][0].lower()):
                yield match.start(1), match.end(), term


@lru_cache(maxsize=16)
def _terms(root: Path, lang: str, _mtime: int) -> Terms:
    found = {}
    for row in rows(root, "terms"):
        own, other = row[lang], row[OTHER[lang]]
        short = BRACKETS.sub("", own)
        if lang in (row.get("everyday") or "").split() or (
            lang == "zh" and len(short) < 2
        ):
            continue
        found[re.sub(r"[\s-]+", " ", short).lower()] = Term(row["id"], own, other)
    longest_first = sorted(found, key=len, reverse=True)
    words = "|".join(re.escape(w).replace(r"\ ", r"[\s-]") for w in longest_first)
    whole = rf"(?<![\w-])({words})(?:e?s)?(?![\w-])" if lang == "en" else f"({words})"
    return Terms(found, re.compile(whole if found else r"(?!)()", re.I))


def terms(root: Path, lang: str) -> Terms:
    """The terms of ``docs/terms.csv`` in a language."""
    return _terms(root, lang, (root / "docs" / "terms.csv").stat().st_mtime_ns)


def glossed(term: Term, rest: str) -> bool:
    """Whether the author says the other form, in brackets, right behind the term."""
    said = re.match(r"\s*[（(](.*?)[）)]", rest)
    form = BRACKETS.sub("", term.other).lower()
    return said is not None and form in said[1].lower()


class TermsTreeprocessor(Treeprocessor):
    def __init__(self, md: Markdown, page: Remember) -> None:
        super().__init__(md)
        self.page = page
        self.seen: set[str] = set()

    def run(self, root: Element) -> None:
        page = self.page.page
        there = (page.root / "docs" / page.lang / f"{GLOSSARY}.md").is_file()
        if there and page.path and page.topic != GLOSSARY:
            self.seen = set()
            self.walk(root, page, terms(page.root, page.lang), "")

    def walk(self, element: Element, page: Page, known: Terms, behind: str) -> None:
        """Mark the terms below an element, in reading order."""
        children = [*element]
        self.mark(element, None, element.text, page, known, behind)
        for child in children:
            if child.tag in SECTIONS:
                self.seen = set()
            classes = {*child.get("class", "").split()}
            if not (
                child.tag in CLOSED
                or classes & CLOSED_CLASSES
                or "data-search-exclude" in child.attrib
            ):
                self.walk(child, page, known, child.tail or "")
            self.mark(element, child, child.tail, page, known, "")

    def mark(
        self,
        parent: Element,
        after: Element | None,
        text: str | None,
        page: Page,
        known: Terms,
        behind: str,
    ) -> None:
        """Put links in a text: what ``parent`` begins with, or what follows a child."""
        if not text or isinstance(text, AtomicString):
            return
        at = 0 if after is None else [*parent].index(after) + 1
        links: list[Element] = []
        start, head = 0, text
        for begin, end, term in known.find(text):
            if term.id in self.seen:
                continue
            self.seen.add(term.id)
            if glossed(term, text[end:] or behind):
                continue
            link = self.link(page, term, text[begin:end])
            if links:
                links[-1].tail = text[start:begin]
            else:
                head = text[:begin]
            links.append(link)
            start = end
        if not links:
            return
        links[-1].tail = text[start:]
        if after is None:
            parent.text = head
        else:
            after.tail = head
        for n, link in enumerate(links):
            parent.insert(at + n, link)

    def link(self, page: Page, term: Term, words: str) -> Element:
        target = os.path.relpath(f"{GLOSSARY}.md", Path(page.path).parent)
        link = Element(
            "a",
            {
                "class": "term",
                "href": f"{target.replace(os.sep, '/')}#term-{term.id}",
                "title": term.other,
                "lang": TAGS[OTHER[page.lang]],
            },
        )
        span = Element("span", {"lang": TAGS[page.lang]})
        span.text = words
        link.append(span)
        return link


class TermsExtension(Extension):
    def __init__(self, **config: Any) -> None:
        self.config = {"root": [".", "folder that holds docs/"]}
        super().__init__(**config)

    def extendMarkdown(self, md: Markdown) -> None:
        page = remember(md, self.getConfig("root"))
        # After attributes (8), which a link would part from what they belong to, and
        # before a generator resolves the addresses (MkDocs: 0).
        md.treeprocessors.register(TermsTreeprocessor(md, page), "terms", 6)


def makeExtension(**config: Any) -> TermsExtension:
    return TermsExtension(**config)
