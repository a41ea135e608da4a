"""What a program is made of: the project's own files that it imports, in turn."""

import ast
from functools import lru_cache, partial
from itertools import accumulate
from pathlib import Path

from sitekit.page.memo import memo

Names = frozenset[str]


def uses(root: Path, path: Path) -> set[Path]:
    """The project's own files that ``path`` needs, through imports of imports.

    A package that only hands a name on is looked through to where the name is
    defined: one more export in an ``__init__`` changes nothing for who uses another.
    """
    found: set[Path] = set()
    seen: set[tuple[Path, str]] = set()
    todo = [_at(path)]
    while todo:
        for module, names in _imports(root, *todo.pop()).items():
            for file, name in _resolved(root, module, names):
                if (file, name) not in seen:
                    seen.add((file, name))
                    if file not in found:
                        found.add(file)
                        todo.append(_at(file))
    return found


def _at(path: Path) -> tuple[Path, int]:
    return path, path.stat().st_mtime_ns


@lru_cache(maxsize=4096)
def _imports(root: Path, path: Path, _mtime: int) -> dict[str, Names]:
    """The names taken from each module; ``*`` for a module as a whole."""
    text = path.read_text("utf-8")
    lines = memo(root, partial(_said, text), "imports", text).splitlines()
    found: dict[str, Names] = {}
    for module, *names in map(str.split, lines):
        found[module] = found.get(module, Names()) | Names(names)
    return found


def _said(code: str) -> str:
    """A line for each import: the module, and what is taken from it."""
    lines = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            lines += [f"{alias.name} *" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            lines.append(" ".join([node.module, *(alias.name for alias in node.names)]))
    return "\n".join(lines)


@lru_cache(maxsize=4096)
def _handed_on(path: Path, _mtime: int) -> dict[str, tuple[str, str]] | None:
    """Module and name behind each name of an ``__init__`` that only hands names on.

    None of a package that does more, on which all of it depends.
    """
    found = {}
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                found[alias.asname or alias.name] = (node.module, alias.name)
        elif not (isinstance(node, ast.Expr) or _is_dunder(node)):
            return None
    return found


def _is_dunder(node: ast.stmt) -> bool:
    """Whether it assigns to names like ``__all__``."""
    targets = node.targets if isinstance(node, ast.Assign) else []
    names = [t.id for t in targets if isinstance(t, ast.Name)]
    return bool(names) and all(n.startswith("__") for n in names)


def _home(root: Path, module: str) -> Path:
    """Where a module would be: the helpers of the tests are beside them."""
    place = "tests" if module.split(".")[0] == "helpers" else "src"
    return root.joinpath(place, *module.split("."))


def _resolved(root: Path, module: str, names: Names) -> set[tuple[Path, str]]:
    """The files behind an import, with the name that led there."""
    found: set[tuple[Path, str]] = set()
    todo = [(module, name) for name in names]
    while todo:
        module, name = todo.pop()
        base = _home(root, module)
        package, file = base / "__init__.py", base.with_suffix(".py")
        if file.is_file():
            found.add((file, name))
        elif not package.is_file():
            continue
        elif (base / f"{name}.py").is_file() or (base / name).is_dir():
            todo.append((f"{module}.{name}", "*"))
        elif name != "*" and (origin := (_handed_on(*_at(package)) or {}).get(name)):
            todo.append(origin)
        else:
            found.add((package, name))
        # Python runs the packages around a module; one that does something counts.
        for outer in accumulate(module.split(".")[:-1], "{}.{}".format):
            init = _home(root, outer) / "__init__.py"
            if init.is_file() and _handed_on(*_at(init)) is None:
                found.add((init, "*"))
    return found
