"""What the tests measured, kept where the site can read it.

A run of the whole test suite records every ``agree(...)`` in ``build/ledger.json``.
An entry counts only while its source file and its test are the bytes that were
measured; otherwise the site names the oracle and says that nothing was measured.
"""

import ast
import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from sitekit.files import write
from sitekit.paths import BUILD

Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Entry:
    """One comparison of our code with an oracle."""

    unit: str  # a row of docs/units.csv
    test: str  # tests/nn/test_linear.py::test_forward[3-5]
    against: str  # the oracle, as a reader would import it
    error: float  # largest |ours - oracle| / max(1, |oracle|)
    tol: float
    dtype: str
    device: str


def ledger_file(root: Path) -> Path:
    return root / BUILD / "ledger.json"


def test_of(root: Path, source: str) -> str | None:
    """``src/chainrule/nn/linear.py`` -> ``tests/nn/test_linear.py``, if it exists."""
    path = Path(source)
    if path.parts[:2] != ("src", "chainrule"):
        return None
    test = Path("tests", *path.parts[2:-1], f"test_{path.name}")
    return test.as_posix() if (root / test).is_file() else None


def source_of(test: str) -> str:
    """The inverse of :func:`test_of`."""
    path = Path(test)
    name = path.name.removeprefix("test_")
    return Path("src", "chainrule", *path.parts[1:-1], name).as_posix()


def digest(path: Path) -> str:
    # Line ends must not matter: git may check out CRLF on Windows.
    return hashlib.sha256(path.read_text("utf-8").encode()).hexdigest()


def tests_of(test: Path, names: set[str]) -> dict[str, list[str]]:
    """Test functions that use one of ``names``, and the oracles that each spells out.

    All test functions of the file if none does.
    """
    tests = [
        node
        for node in ast.parse(test.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    using = [t for t in tests if names & {n.id for n in _nodes(t, ast.Name)}]
    found = {}
    for function in using or tests:
        against = [k.value for k in _nodes(function, ast.keyword) if k.arg == "against"]
        against += [
            node.value
            for node in _nodes(function, ast.Assign)
            if "against" in {n.id for n in _nodes(node, ast.Name)}
        ]
        found[function.name] = [
            str(c.value) for node in against for c in _nodes(node, ast.Constant)
        ]
    return found


def _nodes(tree: ast.AST, kind: type[Node]) -> list[Node]:
    return [node for node in ast.walk(tree) if isinstance(node, kind)]


def save(root: Path, entries: Iterable[Entry], versions: dict[str, str]) -> None:
    rows = sorted(entries, key=lambda e: (e.test, e.unit, e.against))
    tests = {e.test.split("::")[0] for e in rows}
    measured = sorted(tests | {source_of(test) for test in tests})
    data = {
        "versions": versions,
        "files": {p: digest(root / p) for p in measured if (root / p).is_file()},
        "entries": [asdict(e) for e in rows],
    }
    write(ledger_file(root), json.dumps(data, indent=1, ensure_ascii=False) + "\n")


@lru_cache(maxsize=4)
def _load(path: Path, _mtime: int) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return data


def load(root: Path) -> dict[str, Any]:
    """The ledger of the last complete run, or an empty one."""
    path = ledger_file(root)
    if not path.is_file():
        return {"versions": {}, "files": {}, "entries": []}
    return _load(path, path.stat().st_mtime_ns)


def measured(root: Path, test: str) -> list[Entry]:
    """Entries of one test file, if neither it nor its source changed since."""
    data = load(root)
    for path in (test, source_of(test)):
        file = root / path
        if not file.is_file() or data["files"].get(path) != digest(file):
            return []
    rows = [Entry(**row) for row in data["entries"]]
    return [e for e in rows if e.test.split("::")[0] == test]
