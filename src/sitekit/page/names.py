"""What some code reads, binds and changes, as far as its text says it.

Names are told apart as Python's scopes do. What an object holds is not in the text, so
a change is guessed on the safe side: `x += 1`, `a[i] = …`, a method of a model, an
object that is handed to a function which changes it, a draw of a generator. The test
of every page (``tests/sitekit/page/test_blocks.py``) asks whether the guess is good.
"""

import ast
from collections.abc import Iterable
from dataclasses import dataclass

from sitekit.page.calls import SETTINGS, Calls
from sitekit.page.known import Function, Known, root, roots, stored


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


class Walker(Calls):
    """Walks in the order in which Python would run."""

    def __init__(self, page: Known, local: Iterable[str] = ()) -> None:
        super().__init__(page)
        self.binds = set(local)
        self.reads: set[str] = set()
        self.deferred: set[str] = set()  # read by functions, when they are called
        self.local = bool(local)

    def walk(self, body: Iterable[ast.AST]) -> None:
        for node in body:
            self.visit(node)

    # -- names ----------------------------------------------------------------------

    def visit_Name(self, node: ast.Name) -> None:
        if not isinstance(node.ctx, ast.Load):
            self.bind(node.id)
        else:
            self.use(node.id)

    def use(self, name: str) -> None:
        if name not in self.binds:
            self.reads.add(name)
        seen, todo = set[str](), {name}
        while todo:  # what it reads when it is called, and what that reads
            at = todo.pop()
            seen.add(at)
            more = self.page.later.get(at, set())
            self.reads |= more - self.binds
            todo |= more - seen

    def bind(self, name: str) -> None:
        self.binds.add(name)
        if not self.local:
            self.page.forget(name)

    # -- statements -----------------------------------------------------------------

    def visit_Assign(self, node: ast.Assign) -> None:
        self.assign(node.targets, node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.assign([node.target], node.value)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.assign([node.target], node.value)

    def assign(self, targets: list[ast.expr], value: ast.expr) -> None:
        self.visit(value)
        behind = roots(value)
        page = self.page
        later = {n for n in behind if n in page.functions or n in page.later}
        shared = {n for n in behind if n in page.objects}
        makes = self.makes(value) or bool(shared and root(value))
        for target in targets:
            for name in self.target(target):
                if isinstance(value, ast.Name | ast.Attribute | ast.Subscript):
                    self.holds[name] = {root(value)} - {name, ""}
                if self.local:
                    continue
                if later - {name}:
                    page.later[name] = later - {name}
                if makes:
                    page.objects[name] = shared - {name}

    def target(self, target: ast.expr) -> set[str]:
        """Bind a target; the names in it. A part of something changes it."""
        if isinstance(target, ast.Tuple | ast.List):
            return {name for each in target.elts for name in self.target(each)}
        if isinstance(target, ast.Starred):
            return self.target(target.value)
        if isinstance(target, ast.Name):
            self.bind(target.id)
            return {target.id}
        self.generic_visit(target)
        self.change({root(target)})
        return set()

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.visit(node.value)
        if isinstance(node.target, ast.Name):
            self.use(node.target.id)
        else:
            self.generic_visit(node.target)
        self.change({root(node.target)})
        if isinstance(node.target, ast.Name):
            self.binds.add(node.target.id)

    def visit_Delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            self.generic_visit(target)
            self.change({root(target)})

    def visit_For(self, node: ast.For) -> None:
        self.visit(node.iter)
        for name in self.target(node.target):
            self.holds[name] = roots(node.iter) - {name}
        self.walk([*node.body, *node.orelse])

    def visit_With(self, node: ast.With) -> None:
        for item in node.items:
            self.visit(item.context_expr)
            if item.optional_vars:
                self.target(item.optional_vars)
        self.walk(node.body)

    def visit_ExceptHandler(
        self, node: ast.ExceptHandler | ast.MatchAs | ast.MatchStar
    ) -> None:
        if node.name:
            self.bind(node.name)
        self.generic_visit(node)

    visit_MatchAs = visit_MatchStar = visit_ExceptHandler

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        packages = self.page.foreign(ast.unparse(node))
        self.page.packages |= packages
        for alias in node.names:
            name = (alias.asname or alias.name).split(".")[0]
            self.bind(name)
            if not self.local:
                self.page.imported[name] = "torch" in packages

    visit_ImportFrom = visit_Import

    # -- scopes ---------------------------------------------------------------------

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.walk([*node.decorator_list, *node.args.defaults])
        self.walk([d for d in node.args.kw_defaults if d])
        found = self.function(node)
        self.bind(node.name)
        if not self.local:
            self.page.functions[node.name] = found
            self.page.later[node.name] = found.reads - {node.name}

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.walk(node.args.defaults)
        self.function(node)

    def function(self, node: ast.FunctionDef | ast.Lambda) -> Function:
        given = node.args
        params = [*given.posonlyargs, *given.args, *given.kwonlyargs]
        names = [p.arg for p in params]
        more = [p.arg for p in (given.vararg, given.kwarg) if p]
        body = [node.body] if isinstance(node, ast.Lambda) else node.body
        local = {*names, *more, *stored(body)}
        inner = Walker(self.page, local or {""})
        inner.walk(body)
        reads = (inner.reads | inner.deferred) - local
        self.deferred |= reads
        made = (
            n.value for n in ast.walk(node) if isinstance(n, ast.Return) and n.value
        )
        makes = any(self.makes(value) for value in made)
        changed = inner.changes
        return Function(reads, changed - local, names, changed & local, makes)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.walk([*node.decorator_list, *node.bases])
        inner = Walker(self.page, {node.name})
        inner.walk(node.body)
        own = stored(node.body) | {node.name}
        self.reads |= inner.reads - self.binds
        self.deferred |= inner.deferred - {node.name}
        self.bind(node.name)
        if not self.local:
            reads = (inner.reads | inner.deferred) - {node.name}
            bases = {name for base in node.bases for name in roots(base)}
            self.page.functions[node.name] = Function(reads, inner.changes - own)
            self.page.later[node.name] = reads | bases
            self.page.imported.pop(node.name, None)

    def comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp
    ) -> None:
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
