"""The modules below ``src/``, by statement, and where their names come from."""

import ast
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, order=True)
class Target:
    """What a name stands for."""

    kind: str  # "own": a module of the project binds it; "whole": is one; "foreign"
    module: str
    name: str = ""  # in it; of a foreign one, empty for the module itself
    called: str = ""  # a foreign one, where it is imported


@dataclass
class Module:
    """A file of the project."""

    name: str
    text: str
    tree: ast.Module
    makers: dict[str, list[int]] = field(default_factory=dict)  # statements, by name
    imports: dict[str, Target] = field(default_factory=dict)
    future: bool = False  # whether its annotations are not evaluated
    asks: list[str] = field(default_factory=list)  # modules of the project, in order

    def has(self, name: str) -> bool:
        return name in self.makers or name in self.imports


@lru_cache(maxsize=8192)
def ours(root: Path, module: str) -> Path | None:
    """The file of a module of the project."""
    base = root.joinpath("src", *module.split("."))
    files = (base.with_suffix(".py"), base / "__init__.py")
    return next((file for file in files if file.is_file()), None)


@lru_cache(maxsize=4096)
def load(root: Path, name: str) -> Module:
    """A module of the project, read once until :func:`forget`.

    Raises:
        ValueError: there is none of this name, or it is written in a way that nothing
            of it can be taken alone.
    """
    path = ours(root, name)
    if path is None:
        raise ValueError(f"there is no module {name}")
    return _module(root, name, path.read_text("utf-8"))


def forget() -> None:
    """Read all modules anew: a file has changed, is new or is gone."""
    ours.cache_clear()
    load.cache_clear()


def find(root: Path, module: str, name: str) -> Target:
    """What ``name`` of a module of the project stands for, wherever it is defined.

    Raises:
        ValueError: the module has no such name.
    """
    here = load(root, module)
    if name in here.makers:
        return Target("own", module, name)
    target = here.imports.get(name)
    if target and (target.module, target.name) != (module, name):
        again = target.kind == "own"  # handed on
        return find(root, target.module, target.name) if again else target
    if ours(root, f"{module}.{name}"):
        return Target("whole", f"{module}.{name}")
    raise ValueError(f"{module} has no {name}")


def imported(root: Path, node: ast.Import | ast.ImportFrom) -> dict[str, Target]:
    """What each name stands for that an import binds; ``own`` before it is looked up.

    Raises:
        ValueError: it is relative, of everything, or of a module of the project in a
            way that binds another.
    """
    found = {}
    for alias in node.names:
        if isinstance(node, ast.Import):
            called = alias.asname or alias.name.split(".")[0]
            if not ours(root, alias.name.split(".")[0]):
                found[called] = Target("foreign", alias.name, "", called)
            elif alias.asname or called == alias.name:
                found[called] = Target("whole", alias.name)
            else:
                raise ValueError(f"import {alias.name}: say as what")
        elif node.level or alias.name == "*":
            raise ValueError(f"{ast.unparse(node)}: say from where, and what")
        else:
            module, called = node.module or "", alias.asname or alias.name
            if not ours(root, module.split(".")[0]):
                found[called] = Target("foreign", module, alias.name, called)
            else:
                found[called] = Target("own", module, alias.name)
    return found


def _module(root: Path, name: str, text: str) -> Module:
    here = Module(name, text, ast.parse(text))
    for at, node in enumerate(here.tree.body):
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            here.future = True
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for called, target in imported(root, node).items():
                here.imports[called] = target
                if target.kind != "foreign":
                    here.asks.append(target.module)
                    if ours(root, f"{target.module}.{target.name}"):
                        here.asks.append(f"{target.module}.{target.name}")
        elif not is_text(node):
            for made in _made(name, node):
                here.makers.setdefault(made, []).append(at)
    return here


def is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _made(module: str, node: ast.stmt) -> list[str]:
    """The names that a statement binds, or the objects that it changes.

    Raises:
        ValueError: it does something else.
    """
    targets: list[ast.expr]
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return [node.name]
        case ast.Assign():
            targets = node.targets
        case ast.AnnAssign() | ast.AugAssign():
            targets = [node.target]
        case _:
            raise ValueError(
                f"{module}, line {node.lineno}: neither an import, a definition nor an "
                "assignment, so nobody knows who needs it"
            )
    found = []
    for target in targets:
        for each in target.elts if isinstance(target, ast.Tuple) else [target]:
            while isinstance(each, ast.Attribute | ast.Subscript):
                each = each.value
            if isinstance(each, ast.Name):
                found.append(each.id)
    return found
