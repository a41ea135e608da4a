"""Which files the pages show, as a listing or as a figure."""

from pathlib import Path

from sitekit.page.markup import FIGURE, INCLUDE, QUOTE
from sitekit.page.paths import Page, pages, read
from sitekit.page.pictures import place


def embedded(page: Page) -> list[str]:
    """The files that a page shows."""
    found = []
    for line in read(page.root / page.source).splitlines():
        if match := INCLUDE.match(line):
            found.append(match["path"])
        elif match := FIGURE.match(QUOTE.sub("1", line)):  # quotes in a caption
            found.append(f"snippets/{place(page.topic, match['name'])}.py")
    return list(dict.fromkeys(found))


def shown_on(root: Path) -> dict[str, list[Page]]:
    """Which pages show which file."""
    found: dict[str, list[Page]] = {}
    for page in pages(root):
        for file in embedded(page):
            found.setdefault(file, []).append(page)
    return found
