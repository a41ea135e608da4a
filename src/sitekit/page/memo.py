"""Texts that are costly to make, kept by all that they are made from.

One file, ``build/memo.sqlite``, that both builds write at once and that a stop in the
middle leaves whole. Nothing in it is ever wrong, only unused: `make clean` drops it,
and so does a reader who finds it damaged.
"""

import hashlib
import sqlite3
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from sitekit.page.paths import BUILD

FILE = "memo.sqlite"
LIMIT = 200_000_000  # bytes; then it begins anew


@lru_cache(maxsize=8)
def _open(root: Path) -> sqlite3.Connection:
    path = root / BUILD / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_file() and path.stat().st_size > LIMIT:
        path.unlink()
    try:
        return _connect(path)
    except sqlite3.DatabaseError:
        for part in path.parent.glob(f"{FILE}*"):
            part.unlink()
        return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(
        path, timeout=60, isolation_level=None, check_same_thread=False
    )
    base.execute("pragma journal_mode=wal")  # one writes while others read
    base.execute("pragma synchronous=normal")
    base.execute("create table if not exists memo (given blob primary key, text text)")
    return base


def memo(root: Path, make: Callable[[], str], *given: object) -> str:
    """``make()``, or what it gave for the same ``given`` before.

    ``given`` must hold all that the text depends on, the version of its maker included.
    """
    key = _digest(given)
    if (found := _read(root, key)) is None:
        found = make()
        _keep(root, key, found)
    return found


def latest(root: Path, make: Callable[[], str], name: str, *given: object) -> str:
    """``memo`` for what often changes: of each ``name`` the last text alone is kept."""
    key, now = _digest(name), _digest(given).hex()
    before, _, text = (_read(root, key) or "").partition("\n")
    if before != now:
        text = make()
        _keep(root, key, f"{now}\n{text}")
    return text


def _digest(given: object) -> bytes:
    return hashlib.sha256(repr(given).encode()).digest()


def _read(root: Path, key: bytes) -> str | None:
    base = _open(root.resolve())
    found = base.execute("select text from memo where given = ?", (key,)).fetchone()
    return str(found[0]) if found else None


def _keep(root: Path, key: bytes, text: str) -> None:
    row = (key, text)
    _open(root.resolve()).execute("insert or replace into memo values (?, ?)", row)
