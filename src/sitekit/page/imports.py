"""What Python runs for an import: modules, and the project's own files.

What of them a program depends on is less (:mod:`sitekit.page.uses`).
"""

import ast
from functools import lru_cache
from itertools import accumulate
from pathlib import Path


@lru_cache(maxsize=1024)
def modules(code: str) -> frozenset[str]:
    """``a``, ``a.b`` and ``a.b.c`` for an import of ``a.b.c``: Python runs them all."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            found.update(accumulate(name.split("."), "{}.{}".format))
    return frozenset(found)


def imports(root: Path, code: str) -> set[Path]:
    """The project's own files that some code imports, and those they import."""
    found: set[Path] = set()
    todo, seen = [code], set[str]()
    while todo:
        new = modules(todo.pop()) - seen
        seen |= new
        for module in new:
            base = root.joinpath("src", *module.split("."))
            for file in (base.with_suffix(".py"), base / "__init__.py"):
                if file.is_file() and file not in found:
                    found.add(file)
                    todo.append(file.read_text("utf-8"))
    return found
