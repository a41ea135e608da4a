"""Which names in some code are its module's own, and which are of a function in it."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


@dataclass
class Names:
    """The names that some code uses."""

    module: list[ast.Name] = field(default_factory=list)  # wherever they stand
    # What functions and comprehensions call their own, all together.
    local: set[str] = field(default_factory=set)


def names(node: ast.AST) -> Names:
    """The names of code at the level of a module."""
    walk = _Walk()
    walk.visit(node)
    return walk.found


def bound_by(code: ast.Module) -> set[str]:
    """What code at the level of a module binds, in its functions by ``global`` too."""
    said = {
        n for node in ast.walk(code) if isinstance(node, ast.Global) for n in node.names
    }
    return bound(code.body) | said


class _Walk(ast.NodeVisitor):
    def __init__(self) -> None:
        self.found = Names()
        self.scopes: list[tuple[set[str], bool]] = []  # names; of a class

    def visit_Name(self, node: ast.Name) -> None:
        stored = isinstance(node.ctx, ast.Store)
        if stored and self.scopes and self.scopes[-1][1]:
            return  # of the class
        if not any(node.id in scope for scope, _ in self.scopes):
            self.found.module.append(node)

    def _inside(self, own: set[str], nodes: Iterable[ast.AST]) -> None:
        """In a function: it does not see what a class around it calls its own."""
        self.found.local |= own
        before = self.scopes
        self.scopes = [scope for scope in before if not scope[1]] + [(own, False)]
        for node in nodes:
            self.visit(node)
        self.scopes = before

    def _function(self, node: Function) -> None:
        for each in around(node):
            self.visit(each)
        self._inside(own(node), body(node))

    visit_FunctionDef = visit_AsyncFunctionDef = visit_Lambda = _function

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for each in (*node.decorator_list, *node.bases, *node.keywords):
            self.visit(each)
        names: set[str] = set()
        self.scopes.append((names, True))
        for each in node.body:
            if isinstance(each, ast.Assign | ast.AnnAssign):  # x = x, of the module's
                self.visit(each)
            names |= bound([each])
            if not isinstance(each, ast.Assign | ast.AnnAssign):
                self.visit(each)
        self.scopes.pop()

    def _comprehension(self, node: Comprehension) -> None:
        first, *rest = node.generators
        self.visit(first.iter)
        names = bound([each.target for each in node.generators])
        parts: list[ast.AST] = [first.target, *first.ifs, *rest]
        parts += (
            [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        )
        self._inside(names, parts)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = (
        _comprehension
    )


def parameters(node: Function) -> list[ast.arg]:
    """All of them; ``*args`` and ``**kwargs`` come last."""
    args = node.args
    more = [each for each in (args.vararg, args.kwarg) if each]
    return [*args.posonlyargs, *args.args, *args.kwonlyargs, *more]


def body(node: Function) -> list[ast.AST]:
    """What runs when it is called."""
    return [node.body] if isinstance(node, ast.Lambda) else [*node.body]


def own(node: Function) -> set[str]:
    """The names that a function calls its own."""
    return bound(body(node)) | {each.arg for each in parameters(node)}


def around(node: Function) -> list[ast.AST]:
    """What of a function runs where it is defined."""
    args = node.args
    found: list[ast.AST | None] = [*args.defaults, *args.kw_defaults]
    found += [each.annotation for each in parameters(node)]
    if not isinstance(node, ast.Lambda):
        found += [*node.decorator_list, node.returns]
    return [each for each in found if each]


def bound(body: Iterable[ast.AST]) -> set[str]:
    """What these nodes bind where they stand, not inside functions or classes."""
    found: set[str] = set()
    outer: set[str] = set()

    def look(node: ast.AST, inner: bool = False) -> None:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                found.add(node.name)
                for each in node.decorator_list:
                    look(each, inner)
                return
            case ast.Lambda():
                return
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                inner = True  # of what stands in it, `:=` alone binds outside
            case ast.NamedExpr():
                found.add(node.target.id)
            case ast.Name(ctx=ast.Store() | ast.Del()) if not inner:
                found.add(node.id)
            case ast.Import() | ast.ImportFrom():
                found.update(a.asname or a.name.split(".")[0] for a in node.names)
            case ast.ExceptHandler() | ast.MatchAs() | ast.MatchStar() if node.name:
                found.add(node.name)
            case ast.MatchMapping() if node.rest:
                found.add(node.rest)
            case ast.Global() | ast.Nonlocal():
                outer.update(node.names)
        for part in ast.iter_child_nodes(node):
            look(part, inner)

    for each in body:
        look(each)
    return found - outer
