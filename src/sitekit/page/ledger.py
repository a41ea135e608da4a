"""What the tests measured, kept where the site can read it.

A run of the whole test suite records every ``agree(...)`` in ``build/ledger.json``,
with the functions that ran for it. An entry counts only while their files, its test
and, if it evaluates one, the printed equation are what was measured; otherwise the
site names the oracle and says that nothing was measured.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from sitekit.page.files import write
from sitekit.page.paths import BUILD, source_of
from sitekit.page.printed import equations


@dataclass(frozen=True)
class Entry:
    """One comparison of our code with an oracle."""

    unit: str  # a row of docs/units.csv
    test: str  # tests/package/nn/test_linear.py::test_forward[3-5]
    against: str  # the oracle, as a reader would import it
    relative: float  # largest |ours - oracle| / |oracle|, and what it may be
    rtol: float
    absolute: float  # largest |ours - oracle| where that is held to atol
    atol: float
    dtype: str
    device: str
    objects: tuple[str, ...] = ()  # src/package/nn/linear.py:Linear.forward, …: ran


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


def ledger_file(root: Path) -> Path:
    return root / BUILD / "ledger.json"


def digest(source: Path | str) -> str:
    # Line ends must not matter: git may check out CRLF on Windows.
    text = source if isinstance(source, str) else source.read_text("utf-8")
    return hashlib.sha256(text.encode()).hexdigest()


def save(
    root: Path,
    entries: Iterable[Entry],
    versions: dict[str, str],
    date: str = "",
    pages: Mapping[str, str] = {},
) -> None:
    """Keep what a run measured with these versions, and which code it ran."""
    ordered = sorted(entries, key=lambda e: (e.test, e.unit, e.against))
    measured = sorted({file for entry in ordered for file in files(entry)})
    oracles, printed = {e.against for e in ordered}, equations(root)
    data = {
        "date": date,
        "pages": dict(pages),
        "versions": versions,
        "files": {p: digest(root / p) for p in measured if (root / p).is_file()},
        "equations": {n: digest(printed[n].tex) for n in printed if n in oracles},
        "entries": [asdict(e) for e in ordered],
    }
    write(ledger_file(root), json.dumps(data, indent=1, ensure_ascii=False) + "\n")


@cache  # every listing asks it of hundreds
def files(entry: Entry) -> frozenset[str]:
    """What an entry depends on: its test, that test's source, all code that ran."""
    test = entry.test.split("::")[0]
    ran = (name.split(":")[0] for name in entry.objects)
    return frozenset({test, source_of(test), *ran})


@dataclass(frozen=True)
class Ledger:
    """What a complete run recorded; made once, for every page asks it."""

    date: str = ""  # of the run
    pages: dict[str, str] = field(default_factory=dict)  # page -> digest of its code
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
