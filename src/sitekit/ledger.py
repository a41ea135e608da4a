"""What the tests measured, kept where the site can read it.

A run of the whole test suite records every ``agree(...)`` in ``build/ledger.json``.
An entry counts only while its source file, its test and, if it evaluates one, the
printed equation are what was measured; otherwise the site names the oracle and says
that nothing was measured.
"""

import ast
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from sitekit.files import write
from sitekit.paths import BUILD, Page, read, sources

DISPLAY = re.compile(r"\$\$((?:(?!\$\$).)+)\$\$", re.S)
TAG = re.compile(r"\\tag\*?\{([^}]+)\}")
LABEL = re.compile(r"\\label\{([^}]+)\}")
PRINTED = "printed equation ({})"  # the oracle of an equation that a test evaluates
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


@dataclass(frozen=True)
class Group:
    """Measurements of one kind: cases of a test are counted, the worst error kept."""

    entry: Entry  # the worst; its test is named without its case
    count: int


def group(entries: Iterable[Entry]) -> list[Group]:
    """One group for each unit, test function, oracle, tolerance, dtype and device."""
    worst: dict[Entry, float] = {}
    count: Counter[Entry] = Counter()
    for entry in entries:
        kind = replace(entry, test=entry.test.split("[")[0], error=0.0)
        worst[kind] = max(worst.get(kind, 0.0), entry.error)
        count[kind] += 1
    return [Group(replace(k, error=worst[k]), count[k]) for k in worst]


@dataclass(frozen=True)
class Equation:
    """A labelled formula of a page."""

    topic: str
    label: str
    tex: str


@lru_cache(maxsize=512)
def _equations(path: Path, _mtime: int) -> list[tuple[str, str, str]]:
    found = []
    for match in DISPLAY.finditer(read(path)):
        tag, label = TAG.search(match[1]), LABEL.search(match[1])
        if tag and label:
            found.append((PRINTED.format(tag[1]), label[1], match[1].strip()))
    return found


def equations(root: Path) -> dict[str, Equation]:
    """Every labelled equation of the site, by the name that it has as an oracle."""
    folder = root / "docs" / "en"  # the other language prints the same
    return {
        name: Equation(Page(root, "en", path.relative_to(folder).as_posix()).topic, *eq)
        for path in sources(folder)
        for name, *eq in _equations(path, path.stat().st_mtime_ns)
    }


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


def digest(source: Path | str) -> str:
    # Line ends must not matter: git may check out CRLF on Windows.
    text = source if isinstance(source, str) else source.read_text("utf-8")
    return hashlib.sha256(text.encode()).hexdigest()


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
    oracles, printed = {e.against for e in rows}, equations(root)
    data = {
        "versions": versions,
        "files": {p: digest(root / p) for p in measured if (root / p).is_file()},
        "equations": {n: digest(printed[n].tex) for n in printed if n in oracles},
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
    empty: dict[str, Any] = {
        "versions": {},
        "files": {},
        "equations": {},
        "entries": [],
    }
    if not path.is_file():
        return empty
    return empty | _load(path, path.stat().st_mtime_ns)


def measured(root: Path, test: str | None = None) -> list[Entry]:
    """Entries of one test file, or of all, for which nothing changed since."""
    data = load(root)
    rows = [Entry(**row) for row in data["entries"]]
    if test:
        rows = [e for e in rows if e.test.split("::")[0] == test]
    files = {file for e in rows for file in _files(e.test.split("::")[0])}
    same = {file for file in files if _now(root / file) == data["files"].get(file)}
    printed = equations(root) if data["equations"] else {}
    return [
        e
        for e in rows
        if same.issuperset(_files(e.test.split("::")[0]))
        and (
            e.against not in data["equations"]
            or digest(printed[e.against].tex if e.against in printed else "")
            == data["equations"][e.against]
        )
    ]


def _files(test: str) -> tuple[str, str]:
    return test, source_of(test)


def _now(path: Path) -> str | None:
    return digest(path) if path.is_file() else None
