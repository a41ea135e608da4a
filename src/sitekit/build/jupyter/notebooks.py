"""A page as a notebook for Jupyter: made from the page, to take along and to run.

Its code cells are the page's listings; its first cells install what they import, and
write the modules of this project that they need beside the notebook, so that nothing
of ours has to be installed. What only our pages understand is told in what Jupyter
and Colab show: numbers of equations and figures, references in full, addresses.
Figures are those of the site: Jupyter refuses an attached SVG, Colab any that is part
of the notebook, and pictures of another kind would weigh more than all pages.
"""

import html
import json
import os
import posixpath
import re
from functools import partial
from pathlib import Path
from typing import Any

from markdown import Markdown

from sitekit.build.jupyter.cells import Cell, split
from sitekit.build.jupyter.first_cells import FOLDED, code_cell, first_cells
from sitekit.page.expand import expand
from sitekit.page.files import write
from sitekit.page.markup import FIGURE, LABEL, equations, fenced
from sitekit.page.memo import latest
from sitekit.page.paths import Page, body_of, pages, read
from sitekit.page.pictures import address
from sitekit.page.state import state
from sitekit.render import figure, quotes, references, tables, texmath

ATTRIBUTES = re.compile(r" *\{:? *[.#][^{}$]*\}(?=\n|$)")
LINK = re.compile(r"(?<=\]\()(?P<path>[\w./-]+\.md)?(?P<ident>#[\w:-]+)?(?=\))")
HREF = re.compile(r'(?<= href=")(?P<path>\.[^":#]*)(?P<ident>#[^"]*)?(?=")')
REFERENCE = re.compile(r"\$" + texmath.EQREF.pattern + r"\$")
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def make(page: Page, base: str = "") -> str:
    """The notebook of a page, without outputs; nothing if the page has no code.

    Args:
        base: address of the site. Without one, addresses are relative to the notebook
            where the built site has it.
    """
    body = body_of(expand(page.root / page.source, page.root)[0])[0].split("\n")
    if not any(cell.is_code for cell in split(body)):
        return ""  # before its tables are read: those of all measurements are long
    lines = prepared(page, body)
    tags = {label: tag for label, tag, _ in equations("\n".join(lines))}
    cells = split(figures(page, lines, base))
    code = [cell.text for cell in cells if cell.is_code]
    own = locate_page(page, None, base) if base else page.source
    nodes = first_cells(page, "\n".join(code), own)
    nodes += [node(page, cell, tags, base) for cell in cells]
    for number, each in enumerate(nodes, 1):
        each["id"] = f"cell-{number}"
    about = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    made = {"cells": nodes, "metadata": about, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def prepared(page: Page, lines: list[str]) -> list[str]:
    """The page, listings in place, with its numbers, tables and references."""
    root, file = page.root, page.root / page.source
    kinds = quotes.Quotes, tables.Tables, references.References
    markdown = Markdown(extensions=[kind(root=str(root)) for kind in kinds])
    markdown.source = file  # type: ignore[attr-defined]
    for name in ("sitekit", "quotes", "tables", "references"):
        lines = markdown.preprocessors[name].run(lines)
    return lines


def figures(page: Page, lines: list[str], base: str) -> list[str]:
    """Each figure as an image and its numbered caption."""
    out, count = [], 0
    for line, in_code in fenced(lines):
        match = None if in_code else FIGURE.match(line)
        if match:
            count += 1
            path = address(page.topic, match["name"], page.lang)
            number = f"**{figure.TEXT[page.lang]['figure']} {count}.**"
            line = f"![{match['alt']}]({locate(page, path, base)})\n\n"
            line = match["indent"] + f"{line}{number} {match['caption']}".replace(
                "\n\n", f"\n\n{match['indent']}"
            )
        out += line.split("\n")
    return out


def locate(page: Page, path: str, base: str) -> str:
    """The address of a file below the site's root."""
    if base:
        return f"{base.rstrip('/')}/{path}"
    folder = posixpath.dirname(page.notebook) or "."
    return posixpath.relpath(path, folder)


def locate_page(page: Page, path: str | None, base: str) -> str:
    """The address of another page, whose source is named relative to this one's."""
    source = posixpath.join(posixpath.dirname(page.path), path) if path else page.path
    url = Page(page.root, page.lang, posixpath.normpath(source)).url
    end = "" if base else "index.html"
    return locate(page, f"{url}/{end}".removeprefix("./"), base)


def node(page: Page, cell: Cell, tags: dict[str, str], base: str) -> dict[str, Any]:
    if cell.is_code:
        return code_cell(cell.text, FOLDED if cell.folded else {})

    def link(match: re.Match[str]) -> str:
        if not match[0]:
            return ""
        return locate_page(page, match["path"], base) + (match["ident"] or "")

    def href(match: re.Match[str]) -> str:  # relative to the page
        path = posixpath.normpath(posixpath.join(page.url, match["path"]))
        return html.escape(locate(page, path, base)) + (match["ident"] or "")

    text = ATTRIBUTES.sub("", cell.text)
    text = REFERENCE.sub(lambda match: f"({tags[match[1]]})", text)
    text = LINK.sub(link, HREF.sub(href, LABEL.sub("", text)))
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def write_all(root: Path, site: Path) -> None:
    """Put each page's notebook into a built site."""
    url, now = os.environ.get("SITE_URL", ""), state(root)
    for page in pages(root):
        given = now, url, read(root / page.source)
        name, notebook = f"notebook {page.source}", partial(make, page, url)
        if text := latest(root, notebook, name, *given):
            write(site / page.notebook, text)
