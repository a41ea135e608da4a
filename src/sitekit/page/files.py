"""Files that are either whole or not there, and the tables that pages are made from."""

import csv
import os
import tempfile
from functools import lru_cache
from pathlib import Path

Row = dict[str, str]


@lru_cache(maxsize=16)
def _rows(path: Path, _mtime: int) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows(root: Path, name: str) -> list[Row]:
    """The rows of ``docs/<name>.csv``."""
    path = root / "docs" / f"{name}.csv"
    return _rows(path, path.stat().st_mtime_ns)


def write(path: Path, text: str) -> bool:
    """Write ``text`` atomically; say whether anything changed."""
    if path.exists() and path.read_text("utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)  # mkstemp's 600 would keep a web server out
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True
