"""Code of a page as one program, which needs nothing of the project.

What it imports of the project is replaced by the definitions behind the names, each
once and in the order in which Python would run them, under one list of imports. A
page's code itself stays as it is. Two things of one name (a layer in NumPy and the
same in PyTorch) are told apart by a longer name for one of them.
"""

import ast
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sitekit.page import scopes
from sitekit.page.closure import BUILTIN, order, reach, text, used
from sitekit.page.modules import Target, find, imported, is_text, load, ours

SPACE = Target("foreign", "types", "SimpleNamespace", "SimpleNamespace")
WIDTH = 88
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
    plain: bool = False  # whether anything else is in it

    @property
    def pairs(self) -> list[tuple[str, Target]]:
        return [pair for takes in self.takes.values() for pair in takes.items()]

    @property
    def names(self) -> set[str]:
        return {name for name, _ in self.pairs}


class Program:
    """Some blocks of a page, and what they need."""

    def __init__(
        self, root: Path, page: Sequence[Piece], which: Sequence[int] | None = None
    ) -> None:
        """All blocks of the page; or some, the last of which is wanted for itself.

        All is there that this one shows or imports; of the others, what is used.
        """
        pieces = page if which is None else [page[n] for n in which]
        full = pieces if which is None else pieces[-1:]
        self.root, self.pieces = root, pieces
        plain = set().union(*(each.binds for each in pieces))
        self.fixed = fixed(page) | fixed(pieces)
        self.asks: dict[str, set[Chain]] = {}
        for each in pieces:
            for name, chains in each.asks.items():
                self.asks.setdefault(name, set()).update(chains)
        for each in full:
            for name in each.names:
                self.asks.setdefault(name, set())
        self.found = reach(root, self._wanted())
        self._plan(plain.union(*(each.names for each in pieces)))

    # -- names --------------------------------------------------------------------

    def _plan(self, bound: set[str]) -> None:
        """A name for everything."""
        self.bound, found = bound, self.found
        first = sorted({module for module, _ in found.statements})
        self.rank = {m: n for n, m in enumerate(order(self.root, first))}
        # Where each is used: as what, and which names are taken there.
        self.places: dict[Target, list[tuple[str, set[str]]]] = {}
        for module, at in found.statements:
            here = used(self.root, module, at)
            for use in here.uses:
                self.places.setdefault(use.target, []).append((use.spelled, here.local))
        self.taken: dict[str, Target | None] = dict.fromkeys({*BUILTIN, *bound})
        for name, target in self.fixed.items():
            if name == (target.called or target.name):
                self.taken[name] = target
        self.names: dict[Target, str] = {}
        ranked = sorted(
            (t for t in found.targets if t.kind != "whole"),
            key=lambda t: (t.kind != "own", self.rank.get(t.module, 0), t),
        )
        for target in ranked:
            self.names[target] = self._name(target)

    def _name(self, target: Target) -> str:
        plain = target.called or target.name
        if target.module == "builtins" and plain not in self.bound:
            return plain
        parts = target.module.split(".")
        if target.kind == "own":
            private, short = "_" * plain.startswith("_"), plain.lstrip("_")
            heads = ["_".join(parts[1:n]) for n in range(2, len(parts) + 1)]
            longer = [f"{private}{head}_{short}" for head in heads]
        else:
            longer = ["_".join([*parts, plain])]
        for name in (plain, *longer):
            holder = self.taken.get(name, target)
            if (
                holder is not None
                and _same(holder, target)
                and self._fits(name, target)
            ):
                self.taken[name] = target
                return name
        raise ValueError(f"{target.module}.{plain}: every name for it is taken")

    def _fits(self, name: str, target: Target) -> bool:
        """Whether no function calls something of its own so where it uses this."""
        return all(
            name == spelled or name not in local
            for spelled, local in self.places.get(target, ())
        )

    # -- programs -----------------------------------------------------------------

    def parts(self) -> list[str]:
        """Texts to be put behind one another."""
        future = any(each.future for each in self.pieces) or any(
            load(self.root, module).future for module, _ in self.found.statements
        )
        out = ["from __future__ import annotations\n"] if future else []
        out += self._imports()
        place = sorted(self.found.statements, key=lambda s: (self.rank[s[0]], s[1]))
        out += [self._statement(module, at) for module, at in place]
        out += self._fixed()
        out += [said for each in self.pieces if (said := self._written(each))]
        return [out[0].lstrip("\n"), *out[1:]] if out else []

    @property
    def complete(self) -> bool:
        """Whether the block that is wanted is all of it."""
        *others, last = self.pieces
        here = {target for _, target in last.pairs}
        needed = {t for t in self.found.targets if t.module != "builtins"} - {SPACE}
        # Of a listing of a module not all may be shown that makes up the name.
        shown = len(last.pairs)
        return not others and needed <= here and len(self.found.statements) <= shown

    def _statement(self, module: str, at: int) -> str:
        said = text(self.root, module, at, self.names.__getitem__)
        node = load(self.root, module).tree.body[at]
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            return f"\n{said}"
        name = self.names[Target("own", module, node.name)]
        if name != node.name:  # what it prints of itself stays
            said += f'\n\n{name}.__name__ = "{node.name}"\n'
        return f"\n\n{said}"

    def _imports(self) -> list[str]:
        lines, parts = set[tuple[bool, str]](), dict[str, list[str]]()
        for target in sorted(t for t in self.found.targets if t.kind == "foreign"):
            name = self.names[target]
            if target.module == "builtins" and name == target.name:
                continue
            shown = target.name or target.module
            renamed = name != (target.name or target.module.split(".")[0])
            said = f"{shown} as {name}" if renamed else shown
            if target.name:
                parts.setdefault(target.module, []).append(said)
            else:
                lines.add((False, f"import {said}\n"))
        for module, names in parts.items():
            line = f"from {module} import {', '.join(names)}\n"
            if len(line) > WIDTH:
                rows = "".join(f"    {each},\n" for each in names)
                line = f"from {module} import (\n{rows})\n"
            lines.add((True, line))
        own = sys.stdlib_module_names
        return [
            line
            for _, line in sorted(lines, key=lambda l: (_module(l[1]) not in own, l))
        ]

    def _fixed(self) -> list[str]:
        """What the page calls otherwise than it is called here."""
        lines = []
        for name in sorted(self.asks.keys() & self.fixed.keys()):
            line = self._binding(name, self.fixed[name])
            lines += [line] if line else []
        return [f"\n{line}" for line in lines]

    def _written(self, piece: Piece) -> str:
        lines: list[str] = []
        done = 0
        for (first, last), takes in sorted(piece.takes.items()):
            lines += piece.lines[done : first - 1]
            for name, target in takes.items():
                if name not in self.fixed:
                    lines.append(self._binding(name, target, in_place=True))
            done = last
        lines += piece.lines[done:]
        said = "".join(lines).strip("\n")
        in_place = any(n not in self.fixed for n in piece.names)
        if not said or not (piece.plain or in_place):  # but for comments
            return ""
        begins = said.startswith(("def ", "class ", "@"))
        return ("\n\n" if begins else "\n") + said + "\n"

    def _binding(self, name: str, target: Target, in_place: bool = False) -> str:
        """The line by which the page's name means what it means there."""
        if target.kind == "whole":
            chains = self.asks.get(name)
            return f"{name} = {self._space(target.module, chains)}\n" if chains else ""
        if target.kind == "foreign":
            return _import(name, target) if in_place else ""  # among the imports
        own = self.names[target]
        return f"{name} = {own}\n" if name != own else ""

    def _space(self, module: str, chains: set[Chain]) -> str:
        """What stands for a module of which these parts are asked."""
        said = []
        if chains & {(), ("__name__",)}:
            said.append(f'__name__="{module}"')
        for name, deeper in _heads(self.root, module, chains).items():
            target = find(self.root, module, name)
            if target.kind == "whole":
                value = self._space(target.module, deeper)
            else:
                value = self.names[target]
            said.append(f"{name}={value}")
        space = self.names[SPACE]
        short = f"{space}({', '.join(said)})"
        if len(short) < WIDTH - 20:
            return short
        rows = "".join(f"    {each},\n" for each in said)
        return f"{space}(\n{rows})"

    def _wanted(self) -> Iterator[Target]:
        """What the blocks themselves ask for."""
        asked = self.asks.keys() & self.fixed.keys()
        meant = [(name, self.fixed[name]) for name in asked]
        for each in self.pieces:
            meant += [  # another's module is imported where the page does it
                (name, target)
                for name, target in each.pairs
                if name not in self.fixed and target.kind != "foreign"
            ]
        for name, target in meant:
            if target.kind != "whole":
                yield target
            elif self.asks.get(name):
                yield SPACE
                yield from _parts(self.root, target.module, self.asks[name])


def fixed(pieces: Iterable[Piece]) -> dict[str, Target]:
    """What names mean throughout; others are bound where the page binds them."""
    meanings: dict[str, set[Target]] = {}
    plain: set[str] = set()
    for each in pieces:
        plain |= each.binds
        for name, target in each.pairs:
            meanings.setdefault(name, set()).add(target)
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
            _import(name, meant[name])
            for name in sorted({*each.asks, *each.names} & meant.keys())
        ]
        done = 0
        for (first, last), takes in sorted(each.takes.items()):
            lines += each.lines[done : first - 1]
            lines += [_import(*pair) for pair in takes.items() if pair[0] not in meant]
            done = last
        out.append("".join(lines + each.lines[done:]))
    return out


def _import(name: str, target: Target) -> str:
    module, part = target.module, target.name
    said = f"from {module} import {part}" if part else f"import {module}"
    plain = part or (module if target.kind == "whole" else module.split(".")[0])
    return said + (f" as {name}" if name != plain else "") + "\n"


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
        elif module and is_text(node):
            found.takes[place] = {}
        elif names := own.get(ast.dump(node)):
            found.takes[place] = {name: Target("own", module, name) for name in names}
        else:
            rest.append(node)
    for node in (n for each in rest for n in ast.walk(each)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for target in imported(root, node).values():
                if target.kind != "foreign":
                    raise ValueError(
                        f"line {node.lineno}: imported inside of something"
                    )
    found.plain = bool(rest)
    body = ast.Module(rest, [])
    found.binds = scopes.bound(body)
    parents = {id(n.value): n for n in ast.walk(body) if isinstance(n, ast.Attribute)}
    for name in scopes.names(body).module:
        chain: list[str] = []
        node_ = parents.get(id(name))
        while node_ is not None:
            chain.append(node_.attr)
            node_ = parents.get(id(node_))
        found.asks.setdefault(name.id, set()).add(tuple(chain))
    return found


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


def _heads(root: Path, module: str, chains: set[Chain]) -> dict[str, set[Chain]]:
    """The names of a module that are asked for, and what is asked of each."""
    here = load(root, module)
    public = [n for n in (*here.makers, *here.imports) if not n.startswith("_")]
    found: dict[str, set[Chain]] = {}
    for chain in chains:
        for name in [chain[0]] if chain else public:
            # What it lacks is asked of another module that the page calls the same.
            if name in public or ours(root, f"{module}.{name}"):
                found.setdefault(name, set()).add(chain[1:])
    return dict(sorted(found.items()))


def _parts(root: Path, module: str, chains: set[Chain]) -> Iterator[Target]:
    for name, deeper in _heads(root, module, chains).items():
        target = find(root, module, name)
        if target.kind == "whole":
            yield from _parts(root, target.module, deeper)
        else:
            yield target


def _same(one: Target, other: Target) -> bool:
    """``import os`` and ``import os.path`` bind the same thing."""
    both = (one, other)
    plain = all(t.kind == "foreign" and not t.name for t in both)
    roots = {t.module.split(".")[0] for t in both}
    return one == other or (plain and roots == {one.called} == {other.called})


def _module(line: str) -> str:
    return line.split()[1].split(".")[0]


def _is_file(root: Path, said: str) -> bool:
    try:
        return (root / said).is_file() and not Path(said).is_absolute()
    except (OSError, ValueError):  # too long for a name, or none
        return False
