"""What a study measured once: its rows as CSV, and where they came from.

``x.out`` beside a study ``x.py`` is such a record. Its last line says when, where and
by which program it was made; a record of another program is stale.
"""

import csv
import hashlib
import platform
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

STAMP = re.compile(
    r"^# recorded (?P<where>.+); program (?P<program>[0-9a-f]{8})$", re.M
)


@dataclass(frozen=True)
class Record:
    """A table with named columns. Cells are numbers where all of a column are."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def parse(cls, text: str) -> "Record":
        """Read what a study prints: CSV, and remarks in lines that begin with #.

        Raises:
            ValueError: no rows, a column without a name of its own, too many cells.
        """
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        names, *rows = [tuple(row) for row in csv.reader(lines)] or [()]
        if not rows:
            raise ValueError("a study prints CSV: a line of names, then rows")
        if len({*names}) < len(names) or not all(names):
            raise ValueError(f"each column needs a name of its own: {','.join(names)}")
        for row in rows:
            if len(row) > len(names):
                raise ValueError(f"more cells than columns: {','.join(row)}")
        width = len(names)
        return cls(names, tuple((*row, *[""] * (width - len(row))) for row in rows))

    def where(self, **keys: Any) -> "Record":
        """The rows whose cells have these values.

        Raises:
            ValueError: there is none, so that no claim holds of nothing.
        """
        at = {self._at(name): value for name, value in keys.items()}
        rows = [
            row for row in self.rows if all(is_value(row[i], v) for i, v in at.items())
        ]
        if not rows:
            raise ValueError(f"no row has {keys}")
        return Record(self.names, tuple(rows))

    def __getitem__(self, name: str) -> np.ndarray:
        """A column; an empty cell is nan in a column of numbers."""
        cells = [row[self._at(name)] for row in self.rows]
        numbers = [as_number(cell) for cell in cells]
        texts = any(n is None and cell for n, cell in zip(numbers, cells, strict=True))
        if texts:
            return np.array(cells)
        return np.array([np.nan if n is None else n for n in numbers])

    def one(self, column: str, **keys: Any) -> float:
        """The one number with these keys.

        Raises:
            ValueError: there is none, several, or it is no number.
        """
        found = self.where(**keys)
        if len(found.rows) != 1:
            raise ValueError(f"{len(found.rows)} rows have {keys}")
        value = as_number(found.rows[0][self._at(column)])
        if value is None:
            raise ValueError(f"{column} with {keys} is no number")
        return value

    def _at(self, name: str) -> int:
        if name not in self.names:
            raise ValueError(f"no column {name!r}; there are {', '.join(self.names)}")
        return self.names.index(name)


def as_number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def is_value(cell: str, value: Any) -> bool:
    """Whether a cell has a value: as a number, or as text."""
    number, other = as_number(cell), as_number(str(value))
    return cell == str(value) if number is None or other is None else number == other


def digest(program: Path) -> str:
    """Changes with the program; not with the first line, which says how to test it."""
    body = program.read_text("utf-8").partition("\n")[2]
    return hashlib.sha256(body.encode()).hexdigest()[:8]


def processor() -> str:
    """The processor by its maker's name, and the instructions that torch uses on it."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        models = re.findall(r"^model name\s*: (.+)$", info.read_text("utf-8"), re.M)
        name = models[0] if models else name
    import torch

    return f"{name.strip()} ({torch.backends.cpu.get_cpu_capability()})"


def stamped(text: str, program: Path, seconds: float) -> str:
    """The record of what a study printed just now."""
    Record.parse(text)
    versions = ", ".join(f"{p} {version(p)}" for p in ("torch", "numpy"))
    where = f"{date.today()} in {seconds:.0f} s on {processor()}, {versions}"
    return f"{text.rstrip()}\n# recorded {where}; program {digest(program)}\n"


def is_of(text: str, program: Path) -> bool:
    """Whether a record was made by the program as it stands."""
    stamp = STAMP.search(text)
    return stamp is not None and stamp["program"] == digest(program)


def bare(text: str) -> str:
    """A record without the line that says where it came from."""
    return STAMP.sub("", text).rstrip("\n") + "\n"


def same_columns(kept: str, printed: str) -> bool:
    heads: Iterable[tuple[str, ...]] = (Record.parse(t).names for t in (kept, printed))
    return len({*heads}) == 1
