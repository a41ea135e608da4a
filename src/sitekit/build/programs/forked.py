"""Runs programs in copies of a process that has imported the libraries already.

Importing torch takes longer than most programs of a page. Linux copies a process in
milliseconds; elsewhere, and on a virtual machine, which must be there before NumPy is,
a program starts Python anew (:func:`sitekit.build.programs.outputs.run` chooses).
"""

import os
import sys
import threading
from collections.abc import Mapping
from functools import cache
from multiprocessing import forkserver, get_context
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import TemporaryDirectory

from sitekit.build.programs import worlds

AVAILABLE = sys.platform == "linux"
# Dynamo: the first optimizer of torch imports it, in two seconds. Of scikit-learn no
# more, since its parts keep the function that moved seeds replace.
LIBRARIES = ["matplotlib.pyplot", "scipy.stats", "sklearn.datasets", "torch._dynamo"]
# Who starts a process asks all others for their end; two who ask at once would both
# read it, and one of them nothing.
_asking = threading.Lock()


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
    with TemporaryDirectory() as folder:
        said = [Path(folder, name) for name in ("out", "err")]
        args = root, path, said, seed, smaller
        process = context.Process(target=_main, args=args)
        with _asking:
            _start()
            process.start()
        ended = wait([process.sentinel], timeout)
        with _asking:
            if not ended:
                process.kill()
            process.join()
        if not ended:
            raise TimeoutError
        out, err = (p.read_text("utf-8") if p.is_file() else "" for p in said)
        assert process.exitcode is not None  # it has ended
        return process.exitcode, out, err


@cache
def _start() -> None:
    """The process that is copied, in the environment of a program."""
    before = dict(os.environ)
    new = dict(worlds.environment().items() - before.items())
    os.environ.update(new)
    try:
        forkserver.set_forkserver_preload(LIBRARIES)
        forkserver.ensure_running()
    finally:
        for name in new:
            del os.environ[name]
        os.environ.update({name: before[name] for name in new if name in before})


def _main(
    root: Path, path: Path, said: list[Path], seed: int, smaller: Mapping[str, str]
) -> None:
    """In the copy: leave what is the tests', and be ``python path``."""
    for stream, file in zip((sys.stdout, sys.stderr), said, strict=True):
        with file.open("wb") as new:
            os.dup2(new.fileno(), stream.fileno())
    os.chdir(root)
    sys.path[:] = [p for p in sys.path if p and "tests" not in Path(p).parts]
    worlds.run(path, seed, smaller)
