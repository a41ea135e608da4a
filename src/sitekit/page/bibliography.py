"""The papers of ``docs/references.bib``, and how a page prints them."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import bibtexparser
from bibtexparser.middlewares import NameParts, SeparateCoAuthors, SplitNameParts

from sitekit.page.paths import PageError

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # load() says it better

FILE = "docs/references.bib"
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
