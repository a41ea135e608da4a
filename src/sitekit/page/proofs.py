"""Which measurements prove a listing: what ran for them stands in its lines."""

import ast
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from sitekit.page.files import rows
from sitekit.page.ledger import Entry, load
from sitekit.page.paths import test_of


@lru_cache(maxsize=512)
def _definitions(path: Path, _mtime: int) -> list[tuple[str, int, int, bool]]:
    """Name, first and last line of each, and whether it is a function."""
    found = []
    waiting = [("", ast.parse(path.read_text("utf-8")).body)]
    while waiting:
        prefix, body = waiting.pop()
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                name, is_class = f"{prefix}{node.name}", isinstance(node, ast.ClassDef)
                first = min(d.lineno for d in [node, *node.decorator_list])
                found.append((name, first, node.end_lineno or first, not is_class))
                if is_class:
                    waiting.append((f"{name}.", node.body))
    return found


def defined(root: Path, source: str, first: int, last: int) -> dict[str, bool]:
    """What of a file stands, in part, in its lines, and whether it is a function."""
    path = root / source
    found = _definitions(path, path.stat().st_mtime_ns)
    return {n: kind for n, start, end, kind in found if start <= last and end >= first}


def functions(root: Path, source: str, first: int, last: int) -> set[str]:
    """The functions and methods among them, as an entry names them."""
    found = defined(root, source, first, last).items()
    return {f"{source}:{name}" for name, is_function in found if is_function}


def public(source: str, names: Iterable[str]) -> set[str]:
    """What a reader may import them as: a folder may hand on what its files define."""
    *folders, file = Path(source).relative_to("src").with_suffix("").parts
    packages = [".".join(folders[: n + 1]) for n in range(len(folders))]
    modules = [*packages, ".".join([*folders, file])]
    return {f"{module}.{name}" for module in modules for name in names}


def oracle_name(against: str) -> str:
    """``torch.optim.SGD`` of ``torch.optim.SGD(nesterov=True)``."""
    return re.split(r"[^\w.]", against)[0]


def proofs(root: Path, source: str, first: int, last: int) -> list[Entry]:
    """The entries that prove a listing, void or not: it ran, and they are about it.

    It ran if a function that stands in its lines, in whole or in part, was recorded.
    That alone is not enough: Adam tried on a Linear proves nothing about Linear. An
    entry is about the listing if its test is that of the listing's file, or if its
    unit names, in ``docs/units.csv``, a function or class of these lines. What is
    compared with the listing's own result proves nothing: nothing is its own oracle.
    """
    objects = functions(root, source, first, last)
    imported = public(source, defined(root, source, first, last))
    units = {
        unit["id"]
        for unit in rows(root, "units")
        if not imported.isdisjoint(unit["objects"].split())
    }
    test = test_of(root, source)
    return [
        e
        for e in load(root).by_file.get(source, [])
        if not objects.isdisjoint(e.objects)
        and (e.test.split("::")[0] == test or e.unit in units)
        and oracle_name(e.against) not in imported
    ]
