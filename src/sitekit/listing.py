"""Listings: one quiet line above each that says where it lives and what proves it.

A listing is a fence that holds nothing but ``--8<-- "src/….py:section"``. Above it
goes a line with the source lines (linked to the site's own highlighted copy), the
test, and the oracles with the largest error of the last complete test run. Python
typed into a page, and a section marker that is missing, doubled or never closed,
fail the build.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from sitekit.badge import proof, source_link
from sitekit.paths import Remember, remember

FENCE = re.compile(r"^(?P<indent>\s*)(?P<fence>`{3,})[ {.]*(?P<lang>[\w+-]*)")
INCLUDE = re.compile(r'^\s*-+8<-+ "(?P<path>[^":]+)(?::(?P<section>[\w-]+))?"\s*$')
MARKER = re.compile(r"-+8<-+ \[(?P<edge>start|end):\s*(?P<name>[\w-]+)\]")
PYTHON = ("python", "python3", "py", "py3", "pycon", "ipython")  # Pygments' names
CODE = re.compile(r"<pre\b([^>]*>(?:<span></span>)?<code)(?=>)")
COLOURLESS = re.compile(r'<span class="[nw]">([^<]*)</span>')  # names, blanks


def section(root: Path, path: str, name: str | None) -> tuple[int, int]:
    """First and last line (from 1) of a marked section, or of the whole file.

    Raises:
        ValueError: no such file; marker missing, doubled, unclosed or out of order;
            nothing between the two.
    """
    file = root / path
    if not file.is_file():
        raise ValueError(f"there is no {path}")
    lines = file.read_text("utf-8").splitlines()
    found = [(n, m) for n, line in enumerate(lines, 1) if (m := MARKER.search(line))]
    for marker in {m["name"] for _, m in found}:
        edges = [m["edge"] for _, m in found if m["name"] == marker]
        if edges != ["start", "end"]:
            raise ValueError(
                f"{path}: section {marker!r} needs one start and then one end marker, "
                f"found {edges}"
            )
    if name is None:
        return 1, len(lines)
    at = [n for n, m in found if m["name"] == name]
    if not at:
        raise ValueError(f"{path} has no section {name!r}")
    if at[1] == at[0] + 1:
        raise ValueError(f"{path}: section {name!r} is empty")
    first, last = at[0] + 1, at[1] - 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    return first, last


def fenced(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is part of a fence."""
    fence = ""
    for line in lines:
        if fence:
            yield line, True
            fence = "" if line.strip() == fence else fence
        else:
            match = FENCE.match(line)
            fence = match["fence"] if match else ""
            yield line, bool(match)


class ListingPreprocessor(Preprocessor):
    def __init__(self, md: Markdown, page: Remember) -> None:
        super().__init__(md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        fence = ""  # the closing fence that we wait for
        python = False
        for n, line in enumerate(lines):
            if fence:
                if line.strip() == fence:
                    fence = ""
                elif python and line.strip() and not INCLUDE.match(line):
                    raise self.page.page.error(
                        self.page.line_of(line),
                        "Python typed into a page; embed it from src/ or snippets/",
                    )
            elif match := FENCE.match(line):
                fence, python = match["fence"], match["lang"].lower() in PYTHON
                include = INCLUDE.match(lines[n + 1]) if n + 1 < len(lines) else None
                if python and include:
                    head = self.headline(include["path"], include["section"])
                    out += [match["indent"] + self.page.mark(head), ""]
            out.append(line)
        return out

    def headline(self, path: str, name: str | None) -> str:
        page = self.page.page
        try:
            first, last = section(page.root, path, name)
        except ValueError as error:
            raise page.error(self.page.line_of(f'"{path}'), str(error)) from None
        where = source_link(page, path, first, last)
        return (
            '<div class="listing-line" data-search-exclude>'
            f"<span>{where}</span>{proof(page, path, first, last)}</div>"
        )


class CodePostprocessor(Postprocessor):
    """Code is reached by keyboard, for it scrolls sideways, and not by search.

    Its words would double the search index and crowd out the text about them. Tokens
    that have the colour of the text are text: a sixth of a page's elements.
    """

    def run(self, text: str) -> str:
        text = COLOURLESS.sub(r"\1", text)
        return CODE.sub(r'<pre data-search-exclude\1 tabindex="0"', text)


class Listing(Extension):
    def __init__(self, **config: Any) -> None:
        self.config = {"root": [".", "folder that holds docs/, src/ and snippets/"]}
        super().__init__(**config)

    def extendMarkdown(self, md: Markdown) -> None:
        page = remember(md, self.getConfig("root"))
        # Before pymdownx.snippets (32), which replaces the includes.
        md.preprocessors.register(ListingPreprocessor(md, page), "listing", 40)
        md.postprocessors.register(CodePostprocessor(md), "listing-code", -20)


def makeExtension(**config: Any) -> Listing:
    return Listing(**config)
