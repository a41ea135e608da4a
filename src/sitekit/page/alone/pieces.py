"""Blocks of a page, taken apart: what they take from modules, and the rest."""

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sitekit.page import scopes
from sitekit.page.alone.closure import meant
from sitekit.page.alone.modules import Target, find, imported, is_text, load

Chain = tuple[str, ...]  # .Linear, .functional.relu; empty: used as a whole


@dataclass
class Piece:
    """A block of a page, taken apart."""

    lines: list[str]
    # Statements that bind names of modules: by first and last line, what they bind.
    takes: dict[tuple[int, int], dict[str, Target]] = field(default_factory=dict)
    binds: set[str] = field(default_factory=set)  # by what else it does
    asks: dict[str, set[Chain]] = field(default_factory=dict)  # of names it uses
    future: bool = False
    about: str = ""  # the text at its beginning, which a program reads as __doc__
    shown: set[Target] = field(default_factory=set)  # what it defines as modules do
    # What names mean in its module that the page may not say: it shows a part.
    implied: dict[str, Target] = field(default_factory=dict)
    plain: bool = False  # whether anything else is in it

    @property
    def pairs(self) -> list[tuple[str, Target]]:
        return [pair for takes in self.takes.values() for pair in takes.items()]

    @property
    def names(self) -> set[str]:
        return {name for name, _ in self.pairs}


def piece(root: Path, code: str, module: str = "") -> Piece:
    """A block, of which ``module`` is the listing if it is one.

    Raises:
        ValueError: it imports something of the project where it cannot be replaced.
    """
    tree = ast.parse(code)
    own = _statements(root, module) if module else {}
    found = Piece(code.splitlines(keepends=True))
    rest: list[ast.stmt] = []
    for node in tree.body:
        first = min(n.lineno for n in (node, *getattr(node, "decorator_list", [])))
        place = first, node.end_lineno or first
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            found.future, found.takes[place] = True, {}
        elif isinstance(node, ast.Import | ast.ImportFrom):
            takes = imported(root, node).items()
            found.takes[place] = {name: _final(root, target) for name, target in takes}
        elif is_text(node) and (module or node is tree.body[0]):
            found.takes[place] = {}
            found.about = "".join(found.lines[place[0] - 1 : place[1]])
        elif names := own.get(ast.dump(node)):
            found.takes[place] = {name: Target("own", module, name) for name in names}
            found.shown.update(found.takes[place].values())
        else:
            rest.append(node)
    body = ast.Module(rest, [])
    for inner in ast.walk(body):
        if not isinstance(inner, ast.Import | ast.ImportFrom):
            continue
        if any(t.kind != "foreign" for t in imported(root, inner).values()):
            raise ValueError(f"line {inner.lineno}: imported inside of something")
    found.plain = bool(rest)
    found.binds = scopes.bound_by(body)
    parents = {id(n.value): n for n in ast.walk(body) if isinstance(n, ast.Attribute)}
    for name in scopes.names(body).module:
        chain: list[str] = []
        behind = parents.get(id(name))
        while behind is not None:
            chain.append(behind.attr)
            behind = parents.get(id(behind))
        found.asks.setdefault(name.id, set()).add(tuple(chain))
    if module:
        here = load(root, module)
        said = {name: meant(root, here, name) for name in found.asks if here.has(name)}
        found.implied = {name: target for name, target in said.items() if target}
    return found


def fixed(pieces: Iterable[Piece]) -> dict[str, Target]:
    """What names mean throughout; others are bound where the page binds them."""
    meanings: dict[str, set[Target]] = {}
    plain: set[str] = set()
    for each in pieces:
        plain |= each.binds
        for name, target in each.pairs:
            meanings.setdefault(name, set()).add(target)
    said = set(meanings)
    for each in pieces:
        for name in each.implied.keys() - said:
            meanings.setdefault(name, set()).add(each.implied[name])
    return {
        name: next(iter(targets))
        for name, targets in meanings.items()
        if len(targets) == 1 and name not in plain
    }


def linkable(pieces: Sequence[Piece]) -> list[str]:
    """The same code, each block with all imports that it needs from the others.

    What is left that a block needs of another is what that one does.
    """
    meant, out = fixed(pieces), []
    for each in pieces:
        lines = [
            import_line(name, meant[name])
            for name in sorted({*each.asks, *each.names} & meant.keys())
        ]
        done = 0
        for (first, last), takes in sorted(each.takes.items()):
            lines += each.lines[done : first - 1]
            lines += [
                import_line(*pair) for pair in takes.items() if pair[0] not in meant
            ]
            done = last
        out.append("".join(lines + each.lines[done:]))
    return out


def import_line(name: str, target: Target) -> str:
    module, part = target.module, target.name
    said = f"from {module} import {part}" if part else f"import {module}"
    plain = part or (module if target.kind == "whole" else module.split(".")[0])
    return said + (f" as {name}" if name != plain else "") + "\n"


def _statements(root: Path, module: str) -> dict[str, list[str]]:
    """What each statement of a module binds, by what it is."""
    here = load(root, module)
    found: dict[str, list[str]] = {}
    for name, places in here.makers.items():
        for at in places:
            found.setdefault(ast.dump(here.tree.body[at]), []).append(name)
    return found


def _final(root: Path, target: Target) -> Target:
    return find(root, target.module, target.name) if target.kind == "own" else target
