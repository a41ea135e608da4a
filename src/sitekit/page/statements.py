"""What statements read, bind and change, functions and classes aside."""

import ast
from collections.abc import Iterable

from sitekit.page.calls import Calls
from sitekit.page.known import Known, root, roots


class Statements(Calls):
    """Reads and binds in the order in which Python would run.

    Args:
        local: what a function or a class around them calls its own, if there is one.
    """

    def __init__(self, page: Known, local: Iterable[str] | None = None) -> None:
        super().__init__(page)
        self.binds = set(local or ())
        self.reads: set[str] = set()
        self.local = local is not None

    def walk(self, body: Iterable[ast.AST]) -> None:
        for node in body:
            self.visit(node)

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

    def visit_Assign(self, node: ast.Assign) -> None:
        self.assign(node.targets, node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.visit(node.annotation)
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

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        self.visit(node.iter)
        for name in self.target(node.target):
            self.holds[name] = roots(node.iter) - {name}
        self.walk([*node.body, *node.orelse])

    visit_AsyncFor = visit_For

    def visit_With(self, node: ast.With | ast.AsyncWith) -> None:
        for item in node.items:
            self.visit(item.context_expr)
            if item.optional_vars:
                self.target(item.optional_vars)
        self.walk(node.body)

    visit_AsyncWith = visit_With

    def visit_ExceptHandler(
        self, node: ast.ExceptHandler | ast.MatchAs | ast.MatchStar
    ) -> None:
        if node.name:
            self.bind(node.name)
        self.generic_visit(node)

    visit_MatchAs = visit_MatchStar = visit_ExceptHandler

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        if node.rest:
            self.bind(node.rest)
        self.generic_visit(node)

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        packages = self.page.foreign(ast.unparse(node))
        self.page.packages |= packages
        for alias in node.names:
            name = (alias.asname or alias.name).split(".")[0]
            self.bind(name)
            if not self.local:
                self.page.imported[name] = "torch" in packages

    visit_ImportFrom = visit_Import
