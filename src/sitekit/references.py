"""References: pages cite papers by their key in ``docs/references.bib``.

A list item that begins with ``[@kingma2015adam]`` shows the paper in full, in the
typography of the page's language; anywhere else ``[@kingma2015adam]`` is a short
name that leads to that item. ``[ResNet](@he2016resnet)`` is a link to the paper itself.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import bibtexparser
from bibtexparser.middlewares import NameParts, SeparateCoAuthors, SplitNameParts
from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from sitekit.listing import fenced
from sitekit.paths import Page, PageError, Remember, read, remember

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # load() says it better

FILE = "docs/references.bib"
CITE = re.compile(r"(?P<link>(?<=\])\(@|\[@)(?P<key>[\w-]+)[\])]")
OUT = re.compile(r'<a href="(?=https?://)')
ITEM = re.compile(r"^\s*[-*] +\[@")
KEY = re.compile(r"[a-z]+\d{4}[a-z]*")
FIELDS = {"author", "title", "year", "journal", "booktitle", "howpublished", "volume"}
FIELDS |= {"eprint", "doi", "url", "upcoming"}
ARXIV = re.compile(r"\d{4}\.\d{4,5}|[a-z-]+/\d{7}")
SHOWN = 3  # authors of a paper that has more than twice as many
TEXT = {
    "zh": {
        "comma": "，",
        "name": "、",
        "and": " 与 ",
        "others": " 等",
        "year": "{}（{}）",
    },
    "en": {
        "comma": ", ",
        "name": ", ",
        "and": " & ",
        "others": " et al.",
        "year": "{} ({})",
    },
}


@dataclass(frozen=True)
class Reference:
    key: str
    line: int  # of the file, from 1
    authors: list[NameParts]
    fields: dict[str, str] = field(default_factory=dict)

    def addresses(self) -> Iterator[tuple[str, str]]:
        """What a link says, and where it leads."""
        if eprint := self.fields.get("eprint"):
            yield f"arXiv:{eprint}", f"https://arxiv.org/abs/{eprint}"
        if doi := self.fields.get("doi"):
            yield f"doi:{doi}", f"https://doi.org/{doi}"

    @property
    def address(self) -> str:
        return next((to for _, to in self.addresses()), self.fields.get("url", ""))

    def short(self, lang: str) -> str:
        """Kingma & Ba (2015), or in Chinese Kingma 与 Ba（2015）."""
        text = TEXT[lang]
        names = [" ".join([*name.von, *name.last]) for name in self.authors]
        if len(names) > 2:
            names = [names[0] + text["others"]]
        return text["year"].format(text["and"].join(names), self.fields["year"])

    def full(self, lang: str) -> str:
        """Markdown: authors, title, where and when, links."""
        text, fields = TEXT[lang], self.fields
        names = [
            " ".join([*map(initial, name.first), *name.von, *name.last, *name.jr])
            for name in self.authors
        ]
        if len(names) > 2 * SHOWN:
            names = [*names[: SHOWN - 1], names[SHOWN - 1] + text["others"]]
        title = fields["title"]
        if url := fields.get("url"):
            title = f"[{title}]({url})"
        where = [fields.get(n) for n in ("journal", "booktitle", "howpublished")]
        parts = [f"“{title}”", *(f"*{name}*" for name in where if name)]
        if len(parts) == 1:  # it stands for itself, as a book does
            parts = [f"*{title}*"]
        parts[-1] += f" {fields['volume']}" if "volume" in fields else ""
        links = (f"[{said}]({address})" for said, address in self.addresses())
        return text["comma"].join(
            [text["name"].join(names), *parts, fields["year"], *links]
        )


def initial(name: str) -> str:
    """Diederik -> D., Ming-Wei -> M.-W., RJ -> RJ"""
    if len(name) > 1 and (name.isupper() or name.endswith(".")):
        return name
    return "-".join(f"{part[0]}." for part in name.split("-"))


def load(root: Path) -> dict[str, Reference]:
    """The papers of ``docs/references.bib`` by their keys, in the order of the file.

    Raises:
        PageError: names the line of the file and what is wrong there.
    """
    path = root / FILE
    return _load(path, path.stat().st_mtime_ns) if path.is_file() else {}


@lru_cache(maxsize=8)
def _load(path: Path, _mtime: int) -> dict[str, Reference]:
    library = bibtexparser.parse_string(
        path.read_text("utf-8"),
        append_middleware=[SeparateCoAuthors(), SplitNameParts()],
    )
    for block in library.failed_blocks:
        said = getattr(block.error, "abort_reason", "") or str(block.error)
        raise PageError(FILE, (block.start_line or 0) + 1, said.strip())
    found: dict[str, Reference] = {}
    papers: dict[str, str] = {}  # address or title -> key
    for entry in library.entries:
        line, key = (entry.start_line or 0) + 1, entry.key
        fields = {name: item.value for name, item in entry.fields_dict.items()}
        if fault := wrong(key, fields):
            raise PageError(FILE, line, f"{key}: {fault}")
        reference = Reference(key, line, fields.pop("author"), fields)
        title = re.sub(r"\W", "", fields["title"]).lower()
        for name in [title, *(address for _, address in reference.addresses())]:
            if other := papers.get(name):
                raise PageError(FILE, line, f"{key} is the same paper as {other}")
            papers[name] = key
        found[key] = reference
    return found


def wrong(key: str, fields: dict[str, Any]) -> str:
    """What is wrong with an entry, if anything is."""
    if not KEY.fullmatch(key):
        return "a key is like kingma2015adam"
    if missing := [n for n in ("author", "title", "year") if not fields.get(n)]:
        return f"no {', '.join(missing)}"
    if unknown := sorted(fields.keys() - FIELDS):
        return f"no page shows {', '.join(unknown)}"
    if fields["year"] not in key:
        return f"year {fields['year']} is not that of the key"
    if not ARXIV.fullmatch(fields.get("eprint", "0000.00000")):
        return f"eprint {fields['eprint']} is no arXiv id"
    return ""


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
            if page.path.endswith(".py"):
                raise page.error(at, "Jupyter knows no keys: write the reference out")
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
