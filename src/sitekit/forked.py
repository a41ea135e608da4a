"""Runs programs in copies of a process that has imported the libraries already.

Importing torch takes longer than most programs of a page. Linux copies a process in
milliseconds; elsewhere, and on a virtual machine, which must be there before NumPy is,
a program starts Python anew (:func:`sitekit.outputs.run` chooses).
"""

import os
import runpy
import sys
import threading
from collections.abc import Mapping
from multiprocessing import forkserver, get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from sitekit import worlds

AVAILABLE = sys.platform == "linux"
LIBRARIES = ["matplotlib.pyplot", "scipy.stats", "sklearn.datasets", "torch"]
_starting = threading.Lock()


def run(
    root: Path,
    path: Path,
    timeout: float,
    seed: int = 0,
    smaller: Mapping[str, str] = {},
) -> tuple[int, str, str]:
    """Exit status of a program, what it prints, and what it says of errors.

    Raises:
        TimeoutError: it ran longer than so many seconds, and was ended.
    """
    context = get_context("forkserver")
    with _starting:
        _start()
    with TemporaryDirectory() as folder:
        said = [Path(folder, name) for name in ("out", "err")]
        args = root, path, said, seed, smaller
        process = context.Process(target=_main, args=args, daemon=False)
        process.start()
        process.join(timeout)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise TimeoutError
        out, err = (p.read_text("utf-8") if p.is_file() else "" for p in said)
        return process.exitcode, out, err


def _start() -> None:
    """The process that is copied, unless it is there: with a program's environment."""
    before = dict(os.environ)
    os.environ.update(worlds.environment())
    try:
        forkserver.set_forkserver_preload(LIBRARIES)
        forkserver.ensure_running()
    finally:
        os.environ.clear()
        os.environ.update(before)


def _main(
    root: Path, path: Path, said: list[Path], seed: int, smaller: Mapping[str, str]
) -> None:
    """In the copy: leave what is the tests', and be ``python path``."""
    for stream, file in zip((sys.stdout, sys.stderr), said, strict=True):
        stream.flush()
        new = os.open(file, os.O_WRONLY | os.O_CREAT)
        os.dup2(new, stream.fileno())
    os.chdir(root)
    sys.path[:] = [p for p in sys.path if p and "tests" not in Path(p).parts]
    if seed or smaller:
        worlds.run(path, seed, smaller)
    else:
        sys.argv = [os.fspath(path)]
        sys.path.insert(0, os.fspath(path.parent))
        runpy.run_path(os.fspath(path), run_name="__main__")
