"""The marks of our Markdown, each known in one place."""

import re
from collections.abc import Iterator
from pathlib import Path

HAN = re.compile(r"[\u3400-\u9fff]")
# -- code: ```python, and in it --8<-- "src/…/adam.py:adam"
FENCE = re.compile(
    r"^(?P<indent>\s*)(?P<fence>`{3,})[ {.]*(?P<lang>[\w+-]*)(?P<more>.*)$"
)
FENCED = re.compile(r"^ *(`{3,}).*?^ *\1 *$", re.M | re.S)
INCLUDE = re.compile(r'^\s*-+8<-+ "(?P<path>[^":]+)(?::(?P<section>[\w-]+))?"\s*$')
MARKER = re.compile(r"-+8<-+ \[(?P<edge>start|end):\s*(?P<name>[\w-]+)\]")
# -- formulas: $x$, and $$ … \tag{2.3}\label{eq:mse} $$
DISPLAY = re.compile(r"\$\$((?:(?!\$\$).)+)\$\$", re.S)
INLINE = re.compile(r"\$((?:\\.|[^\\$\n])+?)\$")
TAG = re.compile(r"\\tag\*?\{([^}]+)\}")
LABEL = re.compile(r"\\label\{([^}]+)\}")
# -- ![what one sees](figure:name "Caption."), of another page figure:part/page/name
FIGURE = re.compile(
    r"^(?P<indent>\s*)!\[(?P<alt>[^\]]*)\]\(figure:(?P<name>[\w/-]+)"
    r'(?:\s+"(?P<caption>[^"]*)")?\)\s*$'
)
# -- {{ study key=value column:.2f }} and [✓](claim:study.name)
QUOTE = re.compile(r"\{\{ (?P<program>[\w/-]+) (?P<where>[^{}]+?) \}\}")
CLAIM = re.compile(r"\[✓\]\(claim:(?P<study>[\w/-]+)\.(?P<name>\w+)\)")


def equations(text: str) -> Iterator[tuple[str, str, str]]:
    """Label, number and TeX of each labelled equation, outside of fences."""
    for match in DISPLAY.finditer(unfenced(text)):
        label, tag = LABEL.search(match[1]), TAG.search(match[1])
        if label and tag:
            yield label[1], tag[1], match[1].strip()


def unfenced(text: str) -> str:
    """The text with its fences empty, line for line."""
    return FENCED.sub(lambda match: "\n" * match[0].count("\n"), text)


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
