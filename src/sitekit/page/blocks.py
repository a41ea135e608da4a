"""The Python blocks of a page, as a reader copies them, and what each needs.

``sitekit.check.listings`` runs all of them in order; a reader wants one, and before it
only those that it depends on: for each name that it reads, the block that bound or
changed it last, and what that one needs in turn.
"""

from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from sitekit.page.expand import expand
from sitekit.page.known import Known
from sitekit.page.markup import FENCE, INCLUDE
from sitekit.page.names import read as names_of
from sitekit.page.paths import read
from sitekit.page.programs import Kind, kind
from sitekit.page.uses import needs

SLOW = "<!--pytest.mark.slow-->"
EXPECTED = "<!--pytest-codeblocks:expected-output-->"


@dataclass(frozen=True)
class Block:
    """One block of a page."""

    number: int  # from 0, in the order of the page
    line: int  # of its fence, in the page
    code: str
    sources: tuple[str, ...]  # path:section of each listing in it
    expected: str | None = None  # what stands below it, that it prints
    kind: Kind | None = None  # of the program whose output that is; None: exact text
    slow: bool = False
    packages: frozenset[str] = frozenset()  # that it imports, in turn; Python's, too
    needs: tuple[int, ...] = ()  # the blocks before it that it cannot do without

    @property
    def source(self) -> str:
        """Where its code is; nothing if it is typed in the page, as a notebook's is."""
        return self.sources[0] if self.sources else ""


def blocks(path: Path, root: Path) -> list[Block]:
    """Every block of a page, in order.

    Raises:
        PageError: a listing or a section of it is missing.
    """
    return linked(cut(path, root), root)


def cut(path: Path, root: Path) -> list[Block]:
    """The blocks, without what they need."""
    text, origin = expand(path, root)
    lines, page = text.split("\n"), read(path).split("\n")
    found: list[Block] = []
    slow = expected = False
    at = 0
    while at < len(lines):
        match = FENCE.match(lines[at])
        if not match:
            slow |= lines[at].strip() == SLOW
            expected |= lines[at].strip() == EXPECTED
            at += 1
            continue
        end = next(
            n for n in range(at + 1, len(lines)) if lines[n].strip() == match["fence"]
        )
        margin = len(match["indent"])
        body = [_cut(line, margin) for line in lines[at + 1 : end]]
        code, last = "".join(f"{line}\n" for line in body), origin[end] - 1
        inside = [m for line in page[origin[at] : last] if (m := INCLUDE.match(line))]
        if expected:
            of = _program(inside[0]["path"], root) if inside else None
            found[-1] = replace(found[-1], expected=code, kind=of)
        elif match["lang"] == "python":
            sources = [":".join(p for p in m.groups() if p) for m in inside]
            number = len(found)
            found.append(Block(number, origin[at], code, tuple(sources), slow=slow))
        if expected or match["lang"] == "python":
            slow = expected = False
        at = end + 1
    return found


def _cut(line: str, margin: int) -> str:
    """The line without its indent, of which at most a margin is dropped."""
    return line[min(margin, len(line) - len(line.lstrip())) :]


def _program(output: str, root: Path) -> Kind | None:
    """The kind of the program that printed a file."""
    program = (root / output).with_suffix(".py")
    return kind(program) if output.endswith(".out") and program.is_file() else None


def linked(found: list[Block], root: Path) -> list[Block]:
    """The same blocks, each with those that it needs."""

    @cache
    def foreign(code: str) -> set[str]:
        return needs(root, code).foreign

    page, last, out = Known(foreign), dict[str, int](), list[Block]()
    for block in found:
        # Slow, it is a program of its own: no later one needs its names.
        said = names_of(block.code, deepcopy(page) if block.slow else page)
        wanted = {last[name] for name in said.reads if name in last}
        for number in tuple(wanted):
            wanted.update(out[number].needs)
        packages = frozenset(said.packages)
        out.append(replace(block, packages=packages, needs=tuple(sorted(wanted))))
        if not block.slow:
            last.update(dict.fromkeys(said.binds | said.changes, block.number))
    return out
