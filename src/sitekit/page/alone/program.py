"""Code of a page as one program, which needs nothing of the project.

What it imports of the project is replaced by the definitions behind the names, each
once and in the order in which Python would run them, under one list of imports. A
page's code itself stays as it is. Two things of one name (a layer in NumPy and the
same in PyTorch) are told apart by a longer name for one of them.
"""

import ast
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from sitekit.page.alone.closure import BUILTIN, order, reach, text
from sitekit.page.alone.modules import Target, load
from sitekit.page.alone.namespaces import SPACE, parts, space
from sitekit.page.alone.naming import named
from sitekit.page.alone.pieces import Chain, Piece, fixed, import_line

WIDTH = 88
QUIET = (
    '\n__name__ = "page"  # a program that is shown below does not start by itself\n'
)


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
        self.whole = which is None and len(pieces) > 1
        self.fixed = fixed(page) | fixed(pieces)
        self.asks: dict[str, set[Chain]] = {}
        for each in pieces:
            for name, chains in each.asks.items():
                self.asks.setdefault(name, set()).update(chains)
        for each in full:
            for name in each.names:
                self.asks.setdefault(name, set())
        self.found = reach(root, self._wanted())
        modules = sorted({module for module, _ in self.found.statements})
        self.rank = {name: n for n, name in enumerate(order(root, modules))}
        bound = set().union(*(each.binds | each.names for each in pieces))
        here = {name: t for name, t in self.fixed.items() if name in self.asks}
        self.names = named(root, self.found, self.rank, bound | here.keys(), here)

    def parts(self) -> list[str]:
        """Texts to be put behind one another."""
        future = any(each.future for each in self.pieces) or any(
            load(self.root, module).future for module, _ in self.found.statements
        )
        about = self.pieces[0].about if self.pieces else ""
        out = [f"{about}\n"] if about else []
        out += ["from __future__ import annotations\n"] if future else []
        out += self._imports()
        place = sorted(self.found.statements, key=lambda s: (self.rank[s[0]], s[1]))
        out += [self._statement(module, at) for module, at in place]
        out += self._fixed()
        if self.whole and "__name__" in self.asks:
            out.append(QUIET)
        out += [said for each in self.pieces if (said := self._written(each))]
        return [out[0].lstrip("\n"), *out[1:]] if out else []

    @property
    def missing(self) -> set[str]:
        """Names that no block binds: they may never be asked for, as the page runs."""
        bound = set().union(*(each.binds | each.names for each in self.pieces))
        asked = self.asks.keys() - {"__name__", "__file__"}
        if self.pieces[0].about:
            asked.discard("__doc__")
        return asked - bound - self.fixed.keys() - (BUILTIN - {"__doc__"})

    @property
    def complete(self) -> bool:
        """Whether the block that is wanted is all of it."""
        *others, last = self.pieces
        here = {target for _, target in last.pairs}
        if others or any(t.kind != "foreign" for t in here - last.shown):
            return False
        needed = {t for t in self.found.targets if t.module != "builtins"}
        # Of a listing of a module not all may be shown that makes up the name.
        return needed <= here and len(self.found.statements) <= len(last.pairs)

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
        whole, of = set[str](), dict[str, list[str]]()
        for target in sorted(t for t in self.found.targets if t.kind == "foreign"):
            name, plain = self.names[target], target.name or target.module
            if target.module == "builtins" and name == plain:
                continue
            said = plain if name == plain.split(".")[0] else f"{plain} as {name}"
            if target.name:
                of.setdefault(target.module, []).append(said)
            else:
                whole.add(f"import {said}\n")
        lines = [*sorted(whole), *(_line(*pair) for pair in sorted(of.items()))]
        return sorted(lines, key=_is_foreign)

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
            if not (chains := self.asks.get(name)):
                return ""
            made = space(self.root, target.module, chains, self.names.__getitem__)
            return f"{name} = {made}\n"
        if target.kind == "foreign":
            return import_line(name, target) if in_place else ""  # among the imports
        own = self.names[target]
        return f"{name} = {own}\n" if name != own else ""

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
                yield from parts(self.root, target.module, self.asks[name])


def _line(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}\n"
    if len(line) <= WIDTH:
        return line
    rows = "".join(f"    {each},\n" for each in names)
    return f"from {module} import (\n{rows})\n"


def _is_foreign(line: str) -> bool:
    """Python's own modules stand first."""
    return line.split()[1].split(".")[0] not in sys.stdlib_module_names
