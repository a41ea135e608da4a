"""What some names of the project's modules need, statement by statement.

The statements are copied as they are written; only a name that means another thing
elsewhere, or that stands behind its module's (``checks.real``), is changed in them.
"""

import ast
import builtins
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from sitekit.page import scopes
from sitekit.page.alone.modules import Module, Target, find, load
from sitekit.page.markup import MARKER

BUILTIN = frozenset(dir(builtins))
Statement = tuple[str, int]  # a module, and which of it


@dataclass(frozen=True)
class Use:
    """A place in a module's text where a name of its level stands."""

    start: int
    end: int
    target: Target
    spelled: str  # as one name; empty if it is a part of something


@dataclass
class Used:
    uses: list[Use] = field(default_factory=list)
    local: set[str] = field(default_factory=set)  # names of functions around them


@dataclass
class Reached:
    statements: set[Statement] = field(default_factory=set)
    targets: set[Target] = field(default_factory=set)  # own and foreign


def reach(root: Path, targets: Iterable[Target]) -> Reached:
    """All statements that these names need, and whatever they mean in them."""
    found, todo = Reached(), set(targets)
    while todo := todo - found.targets:
        target = todo.pop()
        found.targets.add(target)
        if target.kind != "own":
            continue
        for at in load(root, target.module).makers[target.name]:
            if (target.module, at) not in found.statements:
                found.statements.add((target.module, at))
                todo.update(u.target for u in used(root, target.module, at).uses)
    return found


def order(root: Path, modules: Iterable[str]) -> list[str]:
    """The modules that these import, and they, as Python would run them."""
    done: dict[str, None] = {}
    open_: set[str] = set()

    def run(name: str) -> None:
        if package := name.rpartition(".")[0]:
            run(package)
        if name in open_:
            return
        open_.add(name)
        for each in load(root, name).asks:
            run(each)
        done[name] = None

    for name in modules:
        run(name)
    return [*done]


def used(root: Path, module: str, at: int) -> Used:
    """Which names of its module's level a statement uses, and where."""
    here = load(root, module)
    return _used(root, module, at, here.text)


@lru_cache(maxsize=8192)
def _used(root: Path, module: str, at: int, _text: str) -> Used:
    here = load(root, module)
    node, place = here.tree.body[at], Place.of(here.text)
    said = scopes.names(node)
    parts = {id(n.value): n for n in ast.walk(node) if isinstance(n, ast.Attribute)}
    found = Used(local=said.local)
    for name in said.module:
        target = meant(root, here, name.id)
        if target is None:
            continue
        end: ast.expr = name
        while target.kind == "whole":
            if id(end) not in parts:
                raise ValueError(
                    f"{module}, line {name.lineno}: {name.id} is used as a whole"
                )
            end = parts[id(end)]
            target = find(root, target.module, end.attr)
        first, last = place.start(name), place.end(end)
        if here.text[first : first + len(name.id)] != name.id:
            raise ValueError(f"{module}, line {name.lineno}: where is {name.id}?")
        found.uses.append(Use(first, last, target, name.id if end is name else ""))
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        first = here.text.index(f" {node.name}", place.start(node)) + 1
        own = Target("own", module, node.name)
        found.uses.append(Use(first, first + len(node.name), own, node.name))
    return found


def meant(root: Path, here: Module, name: str) -> Target | None:
    """What a name means at the level of a module; nothing if Python gives it."""
    if name in here.makers:
        return Target("own", here.name, name)
    if target := here.imports.get(name):
        again = target.kind == "own"
        return find(root, target.module, target.name) if again else target
    if name in BUILTIN:
        return Target("foreign", "builtins", name, name)
    if name.startswith("__"):
        return None
    raise ValueError(f"{here.name} does not say what {name} is")


def text(root: Path, module: str, at: int, name: Callable[[Target], str]) -> str:
    """A statement, with the comment above it, under the names that are given."""
    here = load(root, module)
    node, place = here.tree.body[at], Place.of(here.text)
    lines = place.lines
    decorators = getattr(node, "decorator_list", [])
    first = min(each.lineno for each in (node, *decorators)) - 1
    while (
        first
        and lines[first - 1].startswith("#")
        and not MARKER.search(lines[first - 1])
    ):
        first -= 1
    start, end = place.starts[first], place.end(node)
    said = here.text[start:end]
    for use in sorted(used(root, module, at).uses, key=lambda u: -u.start):
        new = name(use.target)
        if new != use.spelled:
            said = said[: use.start - start] + new + said[use.end - start :]
    end_of_line = here.text.find("\n", end)
    said += here.text[end:end_of_line] if end_of_line > 0 else ""  # a comment
    kept = [line for line in said.splitlines() if not MARKER.search(line)]
    return "\n".join(kept) + "\n"


class Place:
    """Where nodes are in a text: Python counts bytes of UTF-8."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines(keepends=True)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))

    @staticmethod
    @lru_cache(maxsize=512)
    def of(text: str) -> "Place":
        return Place(text)

    def _at(self, line: int, column: int) -> int:
        before = self.lines[line - 1].encode()[:column].decode()
        return self.starts[line - 1] + len(before)

    def start(self, node: ast.expr | ast.stmt) -> int:
        return self._at(node.lineno, node.col_offset)

    def end(self, node: ast.expr | ast.stmt) -> int:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._at(node.end_lineno, node.end_col_offset)
