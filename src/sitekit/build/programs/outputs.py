"""Runs the programs of ``snippets/`` and keeps what they print beside them.

``x.py`` that prints has its output committed as ``x.out``; a page shows it, a figure
may read it, and the tests compare it as its kind asks (:mod:`page.programs`). That
of a study is a record: it is written again only if the program changed or is named.
"""

import os
import re
import subprocess
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tqdm import tqdm

from sitekit.build.programs import forked, worlds
from sitekit.page import record
from sitekit.page.files import write
from sitekit.page.outputs import drift
from sitekit.page.programs import kind, of_kind

TIMEOUT = 300  # seconds; a program that needs longer does not belong on a page


def programs(root: Path) -> list[Path]:
    """Programs that print."""
    return of_kind(root, "exact", "numeric", "study")


def run(
    root: Path,
    path: Path,
    *,
    machine: str = "",
    seed: int = 0,
    smaller: Mapping[str, str] = {},
) -> str:
    """What ``python path`` prints, run as a reader would, from the project's root.

    Args:
        machine: a virtual one of :mod:`build.worlds`.
        seed: added to every seed of the program.
        smaller: constants that get another value.

    Raises:
        RuntimeError: it failed, printed nothing, or took over five minutes.
    """
    name = path.relative_to(root).as_posix()
    try:
        if forked.AVAILABLE and not machine:
            status, out, err = forked.run(root, path, TIMEOUT, seed, smaller)
        else:
            status, out, err = _anew(root, path, machine, seed, smaller)
    except (TimeoutError, subprocess.TimeoutExpired):
        raise RuntimeError(f"{name} ran longer than {TIMEOUT} s") from None
    if status:
        raise RuntimeError(failure(name, status, err))
    if not out.strip():
        raise RuntimeError(f"{name} prints nothing and draws nothing")
    return out


def failure(name: str, status: int, err: str) -> str:
    """What a program said before it failed, and in the last line where and why."""
    if not err.strip():
        return f"{name} failed: status {status}, and it said nothing"
    lines = re.findall(rf'File ".*{re.escape(name)}", line (\d+)', err)
    where = f"{name}:{lines[-1]}" if lines else name
    return f"{name} failed:\n{err.strip()}\n{where}: {err.strip().splitlines()[-1]}"


def _anew(
    root: Path, path: Path, machine: str, seed: int, smaller: Mapping[str, str]
) -> tuple[int, str, str]:
    """Exit status, output and errors of a new Python."""
    done = subprocess.run(
        worlds.command(path, seed, smaller),
        cwd=root,
        env=worlds.environment(machine),
        timeout=TIMEOUT,
        capture_output=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout, done.stderr


def stale(root: Path, path: Path) -> bool:
    """Whether ``make outputs`` runs a program: a study only if it changed."""
    kept = path.with_suffix(".out")
    study = kind(path).name == "study" and kept.is_file()
    return not (study and record.is_of(kept.read_text("utf-8"), path))


def made(root: Path, path: Path) -> str:
    """The text of an ``.out`` file, from a run just now."""
    start = time.perf_counter()
    text = run(root, path)
    if kind(path).name != "study":
        return text
    return record.stamped(text, path, time.perf_counter() - start)


def run_all(root: Path, paths: list[Path]) -> Iterator[tuple[Path, str]]:
    """Output of each program, as many at a time as there are cores."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from zip(paths, pool.map(lambda p: made(root, p), paths), strict=True)


def named(root: Path, names: list[str]) -> list[Path]:
    """Programs by ``part/page/program`` or by their path, with or without ``.py``.

    Raises:
        RuntimeError: there is none of that name.
    """
    known = {
        path.relative_to(root / "snippets").with_suffix("").as_posix(): path
        for path in programs(root)
    }
    short = [n.removeprefix("snippets/").removesuffix(".py") for n in names]
    if unknown := [name for name in short if name not in known]:
        raise RuntimeError(f"no program prints at snippets/{unknown[0]}.py")
    return [known[name] for name in short]


def write_all(root: Path, names: list[str] | None = None) -> list[Path]:
    """Rewrite the ``.out`` files, of all programs or of those named."""
    paths = named(root, names or []) or [p for p in programs(root) if stale(root, p)]
    changed = []
    for path, text in tqdm(run_all(root, paths), "programs", len(paths), unit="prog"):
        kept = path.with_suffix(".out")
        # Nearly the same is the same: no digits that only this machine prints.
        same = kind(path).name == "numeric" and kept.is_file()
        if same and not drift(path, kind(path), kept.read_text("utf-8"), text):
            continue
        if write(kept, text):
            changed.append(kept)
    return changed
