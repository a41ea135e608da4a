"""A page's Markdown cut into the cells of a notebook.

Python becomes code cells, in the order in which `pytest docs` runs it, whatever tab
or fold-out it stands in. The rest is told in what every notebook shows: tabs under
bold headings, warnings as quotations, fold-outs as ``<details>`` or, with code in
them, under a bold heading with the code folded.
"""

import re
from dataclasses import dataclass
from textwrap import dedent

from sitekit.page.markup import FENCE

BLOCK = re.compile(r'^(?P<mark>===|!!!|\?\?\?)\+? *[\w-]* *"(?P<title>[^"]*)" *$')
NOTE = re.compile(r"^ *<!--pytest.*(?P<expected>expected-output)?-->$")
EXPECTED = "<!--pytest-codeblocks:expected-output-->"
HEADING = re.compile(r"^#{1,6} ")


@dataclass(frozen=True)
class Cell:
    text: str
    is_code: bool = False
    folded: bool = False


def split(lines: list[str], folded: bool = False) -> list[Cell]:
    """The cells of some Markdown, whose listings are in place."""
    found: list[Cell] = []
    text: list[str] = []  # since the last cell
    drops = False  # the next fence: what the listing above it prints

    def flush() -> None:
        if said := re.sub(r"\n{3,}", "\n\n", "\n".join(text)).strip("\n"):
            found.append(Cell(said))
        text.clear()

    at = 0
    while at < len(lines):
        line, at = lines[at], at + 1
        if match := FENCE.match(line):
            end = next(
                n for n in range(at, len(lines)) if lines[n].strip() == match["fence"]
            )
            body, closed = lines[at:end], lines[end]
            at = end + 1
            if match["lang"] == "python":
                flush()
                code = dedent("\n".join(body)).strip("\n")
                found.append(Cell(code, is_code=True, folded=folded))
            elif not drops:
                text += [line, *body, closed]
            drops = False
        elif match := BLOCK.match(line):
            end = at
            while end < len(lines) and (not lines[end] or lines[end][:4] == "    "):
                end += 1
            inner, at = [each[4:] for each in lines[at:end]], end
            cells = split(inner, folded or match["mark"] == "???")
            if any(cell.is_code for cell in cells):
                text += ["", f"**{match['title']}**", ""]
                flush()
                found += cells
            else:
                text += block(match["mark"], match["title"], [c.text for c in cells])
        elif NOTE.match(line):
            drops = line.strip() == EXPECTED
        else:
            if HEADING.match(line):
                flush()
            text.append(line)
    flush()
    return found


def block(mark: str, title: str, texts: list[str]) -> list[str]:
    """A tab, a warning or a fold-out without code."""
    text = "\n\n".join(texts)
    if mark == "???":
        start = f"<details><summary>{title}</summary>"
        return ["", start, "", text, "", "</details>", ""]
    lines = [f"**{title}**", "", *text.split("\n")]
    if mark == "!!!":
        lines = [f"> {line}".rstrip() for line in lines]
    return ["", *lines, ""]
