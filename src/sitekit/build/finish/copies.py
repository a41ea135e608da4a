"""The programs of each page that a reader copies, once for both languages.

``site/copy/basics/linear-regression.js`` is a script, not JSON: it is read from a
folder as well, where no page may fetch.
"""

import json
from dataclasses import asdict
from pathlib import Path

from sitekit.page.alone.copies import copies
from sitekit.page.files import write
from sitekit.page.paths import COPY, LANGS, Page, pages


def of(root: Path, topic: str) -> str:
    """The file of a page; nothing if it has no code.

    Raises:
        ValueError: its languages have different code.
    """
    first, *others = (Page(root, lang, f"{topic}.md") for lang in LANGS)
    found = copies(first)
    for page in others:
        if copies(page) != found:
            raise ValueError(f"{page.source}: its code is not that of {first.source}")
    said = json.dumps(asdict(found), ensure_ascii=False, separators=(",", ":"))
    return f"tools.copy.keep({said})\n" if found.page else ""


def write_all(root: Path, site: Path) -> None:
    for page in pages(root, LANGS[:1]):
        if text := of(root, page.topic):
            write(site / COPY / f"{page.topic}.js", text)
