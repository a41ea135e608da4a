"""Listings: one quiet line above each that says where it lives and what proves it.

A listing is a fence that holds nothing but ``--8<-- "src/….py:section"``. Above it
goes a line with the source lines (linked to the site's own highlighted copy), the
test, and the oracles with the largest error of the last complete test run, and what
runs it: a button, or the notebook (``render.actions``). Python typed into a page, and
a section marker that is missing, doubled or never closed, fail the build.
"""

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from sitekit.page.blocks import Block, blocks
from sitekit.page.browser import missing
from sitekit.page.markup import FENCE, INCLUDE, section
from sitekit.render import actions, imports
from sitekit.render.badge import proof, source_link, tested_line
from sitekit.render.remember import Remember, remember

PYTHON = ("python", "python3", "py", "py3", "pycon", "ipython")  # Pygments' names
CODE = re.compile(r"<pre\b([^>]*>(?:<span></span>)?<code)(?=>)")


class ListingPreprocessor(Preprocessor):
    def __init__(self, md: Markdown, page: Remember) -> None:
        super().__init__(md)
        self.page = page
        self.found: list[Block] = []  # of the page; what a browser lacks for each
        self.lacks: list[str] = []
        self.copied: set[int] = set()

    def run(self, lines: list[str]) -> list[str]:
        self.found = []
        out: list[str] = []
        fence = ""  # the closing fence that we wait for
        python = False
        number = -1  # of the block, as `page.blocks` counts
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
                number += match["lang"] == "python"
                if python and include:
                    head = self.headline(include["path"], include["section"], number)
                    out += [match["indent"] + self.page.mark(head), ""]
            out.append(line)
        if number >= 0 and (said := tested_line(self.page.page)):
            out += ["", self.page.mark(said)]
        return out

    def headline(self, path: str, name: str | None, number: int) -> str:
        page = self.page.page
        try:
            first, last = section(page.root, path, name)
        except ValueError as error:
            raise page.error(self.page.line_of(f'"{path}'), str(error)) from None
        where = source_link(page, path, first, last)
        if not self.found:
            self.found = blocks(page.root / page.source, page.root)
            self.lacks = missing(self.found, page.root)
            self.copied = actions.copied(page)
        copy = actions.copy(page, number) if number in self.copied else ""
        return (
            f'<div class="listing-line" data-search-exclude data-block="{number}">'
            f"<span>{where}</span>{proof(page, path, first, last)}"
            f"{actions.run(page, self.found[number], self.lacks[number])}"
            f"{copy}</div>"
        )


class CodePostprocessor(Postprocessor):
    """Code is reached by keyboard, for it scrolls sideways, and not by search.

    Its words would double the search index and crowd out the text about them. What it
    imports of the project leads there.
    """

    def __init__(self, md: Markdown, page: Remember) -> None:
        super().__init__(md)
        self.page = page

    def run(self, text: str) -> str:
        text = imports.linked(self.page.page, text)
        return CODE.sub(r'<pre data-search-exclude\1 tabindex="0"', text)


class Listing(Extension):
    def __init__(self, **config: Any) -> None:
        self.config = {"root": [".", "folder that holds docs/, src/ and snippets/"]}
        super().__init__(**config)

    def extendMarkdown(self, md: Markdown) -> None:
        page = remember(md, self.getConfig("root"))
        # Before pymdownx.snippets (32), which replaces the includes.
        md.preprocessors.register(ListingPreprocessor(md, page), "listing", 40)
        md.postprocessors.register(CodePostprocessor(md, page), "listing-code", -20)


def makeExtension(**config: Any) -> Listing:
    return Listing(**config)
