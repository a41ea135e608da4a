"""What code is made of: the project's own files that it imports, in turn."""

import ast
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import accumulate
from pathlib import Path

from sitekit.page.memo import memo

Import = tuple[str, str]  # a module, and a name taken from it; * for it as a whole


@dataclass
class Needs:
    """What some code needs to run."""

    files: set[Path] = field(default_factory=set)  # of the project, each as it is
    # Packages around them that only hand names on, each with those asked of it.
    packages: dict[Path, set[str]] = field(default_factory=dict)
    foreign: set[str] = field(default_factory=set)  # what is not of the project


def uses(root: Path, path: Path) -> set[Path]:
    """The project's own files that ``path`` needs, through imports of imports.

    A package that only hands a name on is looked through to where the name is
    defined: one more export in an ``__init__`` changes nothing for who uses another.
    """
    return _needs(root, _imports(root, *_at(path))).files


def needs(root: Path, code: str) -> Needs:
    """The same of code that is no file, and what it needs beside."""
    return _needs(root, _read(_imported(code)))


def _needs(root: Path, imports: frozenset[Import]) -> Needs:
    found, todo, seen = Needs(), set(imports), set[Import]()

    def take(file: Path) -> None:
        if file not in found.files:
            found.files.add(file)
            todo.update(_imports(root, *_at(file)))

    def enter(package: str) -> dict[str, Import]:
        """Python runs a package: what it hands on, if that is all it does."""
        init = _home(root, package) / "__init__.py"
        if not init.is_file():
            return {}
        handed = _handed_on(*_at(init))
        if handed is None:
            take(init)
            return {}
        found.packages.setdefault(init, set())
        return handed

    while todo := todo - seen:
        module, name = todo.pop()
        seen.add((module, name))
        *around, _ = accumulate(module.split("."), "{}.{}".format)
        base = _home(root, module)
        if (file := base.with_suffix(".py")).is_file():
            take(file)
        elif base.is_dir():
            handed, init = enter(module), base / "__init__.py"
            if name in handed:
                found.packages[init].add(name)
                todo.add(handed[name])
            if (base / f"{name}.py").is_file() or (base / name).is_dir():
                todo.add((f"{module}.{name}", "*"))
            elif name not in handed and init.is_file():
                take(init)
        elif (whole := _owner(root, module)) is not None:
            todo.add(whole)  # no module, but an object of which parts are asked
        else:
            found.foreign.add(module.split(".")[0])
            continue
        for package in around:
            enter(package)
    return found


def _at(path: Path) -> tuple[Path, int]:
    return path, path.stat().st_mtime_ns


def _home(root: Path, module: str) -> Path:
    """Where a module would be: the helpers of the tests are beside them."""
    place = "tests" if module.split(".")[0] == "helpers" else "src"
    return root.joinpath(place, *module.split("."))


def _owner(root: Path, name: str) -> Import | None:
    """The module of the project that something of this name is taken from."""
    module, _, last = name.rpartition(".")
    home = _home(root, module)
    there = module and (home.is_dir() or home.with_suffix(".py").is_file())
    return (module, last) if there else None


@lru_cache(maxsize=4096)
def _imports(root: Path, path: Path, _mtime: int) -> frozenset[Import]:
    code = path.read_text("utf-8")
    return _read(memo(root, partial(_imported, code), "asked", code))


def _imported(code: str) -> str:
    """A line for each import: the module, and what is taken from it.

    Of a module that is only asked for its parts, as in `nn.Linear`, those parts.
    """
    tree = ast.parse(code)
    asked = _asked(tree)
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            lines += [f"{alias.name} *" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                parts = asked.get(alias.asname or alias.name)
                if parts and alias.name.islower():
                    lines.append(" ".join([f"{node.module}.{alias.name}", *parts]))
                else:
                    lines.append(f"{node.module} {alias.name}")
    return "\n".join(lines)


def _asked(tree: ast.AST) -> dict[str, list[str]]:
    """The attributes of each name that is used for nothing but them."""
    found: dict[str, set[str]] = {}
    plain: Counter[str] = Counter()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.setdefault(node.value.id, set()).add(node.attr)
            plain[node.value.id] -= 1
        elif isinstance(node, ast.Name):
            plain[node.id] += 1
    return {name: sorted(parts) for name, parts in found.items() if not plain[name]}


def _read(lines: str) -> frozenset[Import]:
    words = map(str.split, lines.splitlines())
    return frozenset((module, name) for module, *names in words for name in names)


@lru_cache(maxsize=4096)
def _handed_on(path: Path, _mtime: int) -> dict[str, Import] | None:
    """Module and name behind each name of an ``__init__`` that only hands names on.

    None of a package that does more, on which all of it depends.
    """
    found = {}
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                found[alias.asname or alias.name] = (node.module, alias.name)
        elif not (_is_text(node) or _is_dunder(node)):
            return None
    return found


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_dunder(node: ast.stmt) -> bool:
    """Whether it assigns to names like ``__all__``."""
    targets = node.targets if isinstance(node, ast.Assign) else []
    names = [t.id for t in targets if isinstance(t, ast.Name)]
    return bool(names) and all(n.startswith("__") for n in names)
