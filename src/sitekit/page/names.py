"""What some code reads, binds and changes, as far as its text says it.

Names are told apart as Python's scopes do. What an object holds is not in the text, so
a change is guessed on the safe side: `x += 1`, `a[i] = …`, a method of a model, an
object that is handed to a function which changes it, a draw of a generator. The test
of every page (``tests/sitekit/page/test_blocks.py``) asks whether the guess is good.
"""

import ast
from collections.abc import Iterable
from dataclasses import dataclass

from sitekit.page import scopes
from sitekit.page.calls import SETTINGS
from sitekit.page.known import Function, Known, roots
from sitekit.page.statements import Statements


@dataclass
class Names:
    """What a block reads before it binds it, what it binds, what else it changes."""

    reads: set[str]
    binds: set[str]
    changes: set[str]
    packages: set[str]  # that it imports, in turn, and are not of the project


def read(code: str, page: Known) -> Names:
    """The names of the next block of a page, of which then more is known."""
    page.packages = set()
    walker = Walker(page)
    walker.walk(ast.parse(code).body)
    changes = walker.changes - walker.binds
    reads = walker.reads | (walker.deferred - walker.binds) | changes
    return Names(reads | {SETTINGS}, walker.binds, changes, page.packages)


class Walker(Statements):
    """Goes into functions, classes and comprehensions."""

    def __init__(self, page: Known, local: Iterable[str] | None = None) -> None:
        super().__init__(page, local)
        self.deferred: set[str] = set()  # read by functions, when they are called

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        found = self.function(node)
        self.bind(node.name)
        if not self.local:
            self.page.functions[node.name] = found
            self.page.later[node.name] = found.reads - {node.name}

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.function(node)

    def function(self, node: scopes.Function) -> Function:
        self.walk(scopes.around(node))
        local = scopes.own(node)
        inner = Walker(self.page, local)
        inner.walk(scopes.body(node))
        reads = (inner.reads | inner.deferred) - local
        self.deferred |= reads
        made = (
            n.value for n in ast.walk(node) if isinstance(n, ast.Return) and n.value
        )
        makes = any(self.makes(value) for value in made)
        params = [each.arg for each in scopes.parameters(node)]
        changed = inner.changes
        return Function(reads, changed - local, params, changed & local, makes)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.walk([*node.decorator_list, *node.bases, *node.keywords])
        inner = Walker(self.page, {node.name})
        inner.walk(node.body)
        own = scopes.bound(node.body) | {node.name}
        self.reads |= inner.reads - self.binds
        self.deferred |= inner.deferred - {node.name}
        self.bind(node.name)
        if not self.local:
            reads = (inner.reads | inner.deferred) - {node.name}
            bases = {name for base in node.bases for name in roots(base)}
            self.page.functions[node.name] = Function(reads, inner.changes - own)
            self.page.later[node.name] = reads | bases

    def comprehension(self, node: scopes.Comprehension) -> None:
        before, inside = set(self.binds), set[str]()
        for part in node.generators:
            self.visit(part.iter)
            names = roots(part.target)
            self.binds |= names
            inside |= names
            for name in names:
                self.holds[name] = roots(part.iter) - {name}
            self.walk(part.ifs)
        if isinstance(node, ast.DictComp):
            self.walk([node.key, node.value])
        else:
            self.visit(node.elt)
        self.binds -= inside - before

    visit_ListComp = visit_SetComp = visit_GeneratorExp = visit_DictComp = comprehension
