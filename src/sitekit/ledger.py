"""What the tests measured, kept where the site can read it.

A run of the whole test suite records every ``agree(...)`` in ``build/ledger.json``,
with the functions that ran for it. An entry counts only while their files, its test
and, if it evaluates one, the printed equation are what was measured; otherwise the
site names the oracle and says that nothing was measured.
"""

import ast
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from sitekit.files import rows, write
from sitekit.paths import BUILD, Page, read, sources

DISPLAY = re.compile(r"\$\$((?:(?!\$\$).)+)\$\$", re.S)
TAG = re.compile(r"\\tag\*?\{([^}]+)\}")
LABEL = re.compile(r"\\label\{([^}]+)\}")
PRINTED = "printed equation ({})"  # the oracle of an equation that a test evaluates


@dataclass(frozen=True)
class Entry:
    """One comparison of our code with an oracle."""

    unit: str  # a row of docs/units.csv
    test: str  # tests/nn/test_linear.py::test_forward[3-5]
    against: str  # the oracle, as a reader would import it
    relative: float  # largest |ours - oracle| / |oracle|, and what it may be
    rtol: float
    absolute: float  # largest |ours - oracle| where that is held to atol
    atol: float
    dtype: str
    device: str
    objects: tuple[str, ...] = ()  # src/chainrule/nn/linear.py:Linear.forward, …: ran


@dataclass(frozen=True)
class Group:
    """Measurements of one kind: cases of a test are counted, the worst error kept."""

    entry: Entry  # the worst; its test is named without its case
    count: int


def group(entries: Iterable[Entry]) -> list[Group]:
    """One group for each unit, test function, oracle, rtol, dtype and device.

    The cases of a test may take different ways, so a group has the functions of all;
    and its atol may follow their numbers, so it has that of the closest call, with
    the error there.
    """
    cases: dict[Entry, list[Entry]] = {}
    for entry in entries:
        name = entry.test.split("[")[0]
        kind = replace(entry, test=name, relative=0.0, absolute=0.0, objects=())
        kind = replace(kind, atol=0.0)
        cases.setdefault(kind, []).append(entry)
    groups = []
    for kind, found in cases.items():
        near = max(found, key=lambda e: (e.absolute / (e.atol or 1.0), e.atol))
        worst = replace(
            kind,
            relative=max(e.relative for e in found),
            absolute=near.absolute,
            atol=near.atol,
            objects=tuple(sorted({name for e in found for name in e.objects})),
        )
        groups.append(Group(worst, len(found)))
    return groups


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


@lru_cache(maxsize=4)
def _by_oracle(root: Path, files: tuple[tuple[Path, int], ...]) -> dict[str, Equation]:
    found = {}
    for path, mtime in files:
        page = Page(root, "en", path.relative_to(root / "docs" / "en").as_posix())
        for name, *equation in _equations(path, mtime):
            found[name] = Equation(page.topic, *equation)
    return found


def equations(root: Path) -> dict[str, Equation]:
    """Every labelled equation of the site, by the name that it has as an oracle."""
    folder = root / "docs" / "en"  # the other language prints the same
    files = tuple((path, path.stat().st_mtime_ns) for path in sources(folder))
    return _by_oracle(root, files)


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


def save(root: Path, entries: Iterable[Entry], versions: dict[str, str]) -> None:
    ordered = sorted(entries, key=lambda e: (e.test, e.unit, e.against))
    measured = sorted({file for entry in ordered for file in files(entry)})
    oracles, printed = {e.against for e in ordered}, equations(root)
    data = {
        "versions": versions,
        "files": {p: digest(root / p) for p in measured if (root / p).is_file()},
        "equations": {n: digest(printed[n].tex) for n in printed if n in oracles},
        "entries": [asdict(e) for e in ordered],
    }
    write(ledger_file(root), json.dumps(data, indent=1, ensure_ascii=False) + "\n")


def files(entry: Entry) -> set[str]:
    """What an entry depends on: its test, that test's source, all code that ran."""
    test = entry.test.split("::")[0]
    return {test, source_of(test), *(name.split(":")[0] for name in entry.objects)}


@dataclass(frozen=True)
class Ledger:
    """What a complete run recorded; made once, for every page asks it."""

    versions: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)  # path -> digest
    equations: dict[str, str] = field(default_factory=dict)  # oracle -> digest
    entries: list[Entry] = field(default_factory=list)

    @cached_property
    def by_file(self) -> dict[str, list[Entry]]:
        """The entries for which a function of a source file ran."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for file in {name.split(":")[0] for name in entry.objects}:
                found.setdefault(file, []).append(entry)
        return found


@lru_cache(maxsize=4)
def _load(path: Path, _mtime: int) -> Ledger:
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    rows = ({**row, "objects": tuple(row["objects"])} for row in data.pop("entries"))
    return Ledger(**data, entries=[Entry(**row) for row in rows])


def load(root: Path) -> Ledger:
    """The ledger of the last complete run, or an empty one."""
    path = ledger_file(root)
    return _load(path, path.stat().st_mtime_ns) if path.is_file() else Ledger()


def measured(root: Path, entries: list[Entry] | None = None) -> list[Entry]:
    """Those of the entries, or of all, for which nothing changed since."""
    data = load(root)
    entries = data.entries if entries is None else entries
    needed = [files(entry) for entry in entries]
    changed = {
        file
        for file in set().union(*needed)
        if _now(root / file) != data.files.get(file)
    }
    evaluated = data.equations.keys() & {e.against for e in entries}
    printed = equations(root) if evaluated else {}
    for name in evaluated:
        now = digest(printed[name].tex) if name in printed else ""
        if now != data.equations[name]:
            changed.add(name)
    pairs = zip(entries, needed, strict=True)
    return [e for e, its in pairs if changed.isdisjoint({e.against, *its})]


@lru_cache(maxsize=2048)
def _digest(path: Path, _mtime: int) -> str:
    return digest(path)


def _now(path: Path) -> str | None:
    return _digest(path, path.stat().st_mtime_ns) if path.is_file() else None


# -- listings ---------------------------------------------------------------------


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
