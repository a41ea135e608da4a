"""Pages that moved: ``docs/redirects.csv`` becomes plain pages at the old addresses.

``from`` is the old path below ``docs/<lang>``, ``to`` the new one (with ``#id`` if a
section moved), both as in ``docs/pages.csv``: ``basics/linear-regression``.
"""

import html
import re
from pathlib import Path, PurePosixPath

from sitekit.page.files import rows, write
from sitekit.page.paths import LANGS, Page, PageError, pages

FILE = "docs/redirects.csv"
PATH = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*")
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
TEXT = {
    "zh": ("zh-Hans", "本页已移动", "本页已经移到"),
    "en": ("en", "This page has moved", "This page has moved to"),
}
PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={link}">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<link rel="stylesheet" href="{style}">
</head>
<body><p>{said} <a href="{link}">{link}</a></p></body>
</html>
"""


def load(root: Path) -> dict[str, str]:
    """New path by old path.

    Raises:
        PageError: names the row of the file and what is wrong with it.
    """
    if not (root / FILE).is_file():
        return {}
    there = [{page.topic for page in pages(root, (lang,))} for lang in LANGS]
    found: dict[str, str] = {}
    for line, row in enumerate(rows(root, "redirects"), 2):
        old, new = row["from"], row["to"]
        page = new.partition("#")[0]
        if not PATH.fullmatch(old):
            fault = f"{old!r} is no path like basics/linear-regression"
        elif old in found:
            fault = f"{old} is there twice"
        elif any(old in topics for topics in there):
            fault = f"{old} is a page"
        elif not all(page in topics for topics in there):
            # So none leads to another, and there are no loops.
            fault = f"{new} is no page of both languages"
        elif not row["reason"]:
            fault = f"{old} has no reason"
        else:
            found[old] = new
            continue
        raise PageError(FILE, line, fault)
    return found


def write_all(root: Path, site: Path) -> None:
    for old, new in load(root).items():
        path, mark, ident = new.partition("#")
        for lang in LANGS:
            here = Page(root, lang, f"{old}.md")
            target = Page(root, lang, f"{path}.md").url
            there = (site / target / "index.html").read_text("utf-8")
            canonical = CANONICAL.search(there)
            tag, title, said = TEXT[lang]
            text = PAGE.format(
                lang=tag,
                title=title,
                said=said,
                link=html.escape(f"{here.link(target)}/{mark}{ident}"),
                canonical=canonical[1] if canonical else "",
                style=here.link("assets/css/source.css"),
            )
            write(site / PurePosixPath(here.url) / "index.html", text)
