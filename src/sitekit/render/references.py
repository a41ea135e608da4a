"""References: pages cite papers by their key in ``docs/references.bib``.

A list item that begins with ``[@kingma2015adam]`` shows the paper in full, in the
typography of the page's language; anywhere else ``[@kingma2015adam]`` is a short
name that leads to that item. ``[ResNet](@he2016resnet)`` is a link to the paper itself.
"""

import re
from collections import Counter
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from sitekit.page.bibliography import FILE, load
from sitekit.page.markup import fenced
from sitekit.page.paths import Page, read
from sitekit.render.remember import Remember, remember

CITE = re.compile(r"(?P<link>(?<=\])\(@|\[@)(?P<key>[\w-]+)[\])]")
OUT = re.compile(r'<a href="(?=https?://)')
ITEM = re.compile(r"^\s*[-*] +\[@")


def cited(text: str) -> Counter[str]:
    """Keys that the Markdown of a page cites."""
    lines = (line for line, in_code in fenced(text.split("\n")) if not in_code)
    return Counter(m["key"] for line in lines for m in CITE.finditer(line))


class ReferencesPreprocessor(Preprocessor):
    def __init__(self, md: Markdown, page: Remember) -> None:
        super().__init__(md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        page = self.page.page
        marked = list(fenced(lines))
        listed = Counter(
            match["key"]
            for line, in_code in marked
            if not in_code and ITEM.match(line)
            for match in CITE.finditer(line)
        )

        def show(match: re.Match[str]) -> str:
            line, key = match.string, match["key"]
            at = self.page.line_of(line)
            if not (reference := load(page.root).get(key)):
                raise page.error(at, f"{FILE} has no {key!r}")
            if match["link"] == "(@":
                if not reference.address:
                    raise page.error(at, f"{FILE} has no address of {key!r}")
                return f"({reference.address})"
            if listed[key] != 1:
                raise page.error(
                    at, f"{key!r} needs one list item that begins with it: - [@{key}]"
                )
            if ITEM.match(line):
                full = reference.full(page.lang)
                return f'<span id="ref-{key}">{full}</span>'
            return f"[{reference.short(page.lang)}](#ref-{key})"

        return [line if in_code else CITE.sub(show, line) for line, in_code in marked]


class ExternalPostprocessor(Postprocessor):
    """Marks links that leave the site: on paper their address is shown."""

    def run(self, text: str) -> str:
        return OUT.sub(r'<a rel="external" href="', text)


class References(Extension):
    def __init__(self, **config: Any) -> None:
        self.config = {"root": [".", "folder that holds docs/"]}
        super().__init__(**config)

    def extendMarkdown(self, md: Markdown) -> None:
        page = remember(md, self.getConfig("root"))
        md.preprocessors.register(ReferencesPreprocessor(md, page), "references", 39)
        md.postprocessors.register(ExternalPostprocessor(md), "external", -20)


def makeExtension(**config: Any) -> References:
    return References(**config)


def faults(root: Path, pages: list[Page], planned: set[str]) -> list[str]:
    """Papers that no page cites, and those whose page is written and does not.

    ``planned`` are the paths of all pages, written or not.
    """
    used = Counter[str]()
    for page in pages:
        used += cited(read(root / page.source))
    written = {page.topic for page in pages}
    found = []
    for reference in load(root).values():
        upcoming, fault = reference.fields.get("upcoming", ""), ""
        if reference.key in used:
            fault = "is cited, so upcoming can go" if upcoming else ""
        elif not upcoming:
            fault = "is cited nowhere, and names no upcoming page"
        elif upcoming not in planned:
            fault = f"there is no page {upcoming} in pages.csv"
        elif upcoming in written:
            fault = f"{upcoming} is written and cites it not"
        if fault:
            found.append(f"{FILE}:{reference.line}: {reference.key} {fault}")
    return found
