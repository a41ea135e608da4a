"""Runs the programs of ``snippets/`` and keeps what they print beside them.

``x.py`` that prints has its output committed as ``x.out``; a page shows it, a
figure may read it, and the tests compare it. A program that draws has none.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tqdm import tqdm

from sitekit.drawing import programs as drawing_programs
from sitekit.files import write

TIMEOUT = 300  # seconds; a program that needs longer does not belong on a page


def programs(root: Path) -> list[Path]:
    """Programs that print: all below ``snippets/`` that draw nothing."""
    draws = set(drawing_programs(root))
    return [p for p in sorted((root / "snippets").rglob("*.py")) if p not in draws]


def run(root: Path, path: Path) -> str:
    """What ``python path`` prints, run as a reader would, from the project's root.

    Raises:
        RuntimeError: it failed, printed nothing, or took over five minutes.
    """
    name = path.relative_to(root).as_posix()
    env = {**os.environ, "PYTHONUTF8": "1", "MPLBACKEND": "agg"}
    try:
        done = subprocess.run(
            [sys.executable, str(path)],
            cwd=root,
            env=env,
            timeout=TIMEOUT,
            capture_output=True,
            encoding="utf-8",
        )
    except subprocess.TimeoutExpired:
        raise RuntimeError(f"{name} ran longer than {TIMEOUT} s") from None
    if done.returncode:
        raise RuntimeError(f"{name} failed:\n{done.stderr.strip()}")
    if not done.stdout.strip():
        raise RuntimeError(f"{name} prints nothing and draws nothing")
    return done.stdout


def run_all(root: Path, paths: list[Path]) -> Iterator[tuple[Path, str]]:
    """Output of each program, as many at a time as there are cores."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from zip(paths, pool.map(lambda p: run(root, p), paths), strict=True)


def write_all(root: Path) -> list[Path]:
    """Rewrite the ``.out`` files; return those that changed."""
    paths = programs(root)
    changed = []
    for path, text in tqdm(run_all(root, paths), "programs", len(paths), unit="prog"):
        if write(path.with_suffix(".out"), text):
            changed.append(path.with_suffix(".out"))
    return changed
