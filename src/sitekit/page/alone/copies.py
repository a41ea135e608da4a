"""The programs of a page: for each listing what works alone, and the page as one.

A listing comes with the earlier blocks of the page that it needs, and with the
definitions of the project's modules that all these use (:mod:`sitekit.page.alone`).
Of a listing that runs for long, or that lacks a name which its page never shows, the
program is the one that it is taken from.
Texts are kept once: a program is a list of them.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path

from sitekit.page import blocks
from sitekit.page.alone import modules
from sitekit.page.alone.pieces import linkable, piece
from sitekit.page.alone.program import Program
from sitekit.page.blocks import Block
from sitekit.page.markup import MARKER
from sitekit.page.memo import memo
from sitekit.page.paths import Page, is_notebook, read
from sitekit.page.project import project
from sitekit.page.uses import uses

NAMED = re.compile(r'"(\w[\w.-]*(?:/[\w.-]+)+)"')  # "bench/results/x.json"


@dataclass
class Copies:
    parts: list[str] = field(default_factory=list)
    # By the number of a listing, of those that do not work as they stand.
    listings: dict[int, list[int]] = field(default_factory=dict)
    page: list[int] = field(default_factory=list)  # empty: there is no code

    def text(self, program: Sequence[int]) -> str:
        return "".join(self.parts[n] for n in program)


def copies(page: Page) -> Copies:
    """The programs of a page.

    Raises:
        ValueError: its code imports something in a way that nothing can replace.
    """
    path = page.root / page.source
    if is_notebook(read(path)):
        return Copies()
    found = blocks.cut(path, page.root)
    if not found:
        return Copies()
    sources = _sources(page.root)
    given = [(b.code, b.source, b.slow, _program(page.root, b)) for b in found]
    text = memo(
        page.root,
        lambda: json.dumps(asdict(_copies(page, found)), ensure_ascii=False),
        *("copies", page.topic, given, sources, _makers()),
    )
    kept = json.loads(text)
    kept["listings"] = {int(number): at for number, at in kept["listings"].items()}
    return Copies(**kept)


@cache
def _makers() -> list[str]:
    """The code of this module and of all that it needs."""
    here = Path(__file__)
    files = {here, *uses(here.parents[4], here)}
    return [file.read_text("utf-8") for file in sorted(files)]


def _copies(page: Page, found: list[Block]) -> Copies:
    root, out = page.root, Copies()
    pieces = [piece(root, block.code, _module(block)) for block in found]
    codes = linkable(pieces)
    pairs = zip(found, codes, strict=True)
    linked = blocks.linked([replace(b, code=code) for b, code in pairs], root)
    at: dict[str, int] = {}

    def add(program: Program, *more: str) -> list[int]:
        parts = program.parts()
        parts.insert(0, about(page, "".join(parts), *more))
        for part in parts:
            if at.setdefault(part, len(at)) == len(out.parts):
                out.parts.append(part)
        return [at[part] for part in parts]

    for block in linked:
        program = Program(root, pieces, (*block.needs, block.number))
        if (block.slow or program.missing) and (text := _program(root, block)):
            program = Program(root, [piece(root, text)])
            out.listings[block.number] = add(program)
        elif not program.complete:
            out.listings[block.number] = add(program)
    slow = sum(block.slow for block in found)
    quick = [pieces[block.number] for block in found if not block.slow]
    left = (
        f"# Without {slow} long programs, which the page shows: copy them one by one."
    )
    out.page = add(Program(root, quick), *[left] * bool(slow))
    return out


def _program(root: Path, block: Block) -> str:
    """The whole of a program of which a page shows a part."""
    if not block.source.startswith("snippets/"):
        return ""
    lines = (root / block.source.partition(":")[0]).read_text("utf-8").splitlines(True)
    return "".join(line for line in lines if not MARKER.search(line))


def about(page: Page, code: str, *more: str) -> str:
    """The comment above a program: whose it is, and what of the project it reads."""
    ours = project(page.root)
    lines = [
        f"# From {ours.title['en']}, {page.topic}. Licence: {ours.licence['code']}."
    ]
    for file in reads(page.root, code):
        lines.append(f"# Reads {file} of the project, below the working folder.")
    return "\n".join([*lines, *more]) + "\n"


def reads(root: Path, code: str) -> list[str]:
    """The files of the project that a program names."""
    return sorted({name for name in NAMED.findall(code) if (root / name).is_file()})


def _module(block: Block) -> str:
    """The module that a block is a listing of."""
    path = Path(block.source.partition(":")[0])
    if len(block.sources) != 1 or path.parts[0] != "src":
        return ""
    return ".".join(path.with_suffix("").parts[1:]).removesuffix(".__init__")


def _sources(root: Path) -> str:
    files = sorted((root / "src" / project(root).package).rglob("*.py"))
    return _digest(tuple((file, file.stat().st_mtime_ns) for file in files))


@lru_cache(maxsize=4)
def _digest(files: tuple[tuple[Path, int], ...]) -> str:
    modules.forget()
    texts = b"".join(path.read_bytes() + b"\0" for path, _ in files)
    return hashlib.sha256(texts).hexdigest()
