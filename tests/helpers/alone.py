"""Runs programs in an empty folder where nothing of the project can be imported.

``python -I alone.py [SECONDS] < programs.json``, a list of names, codes and the files
that they read; each runs in a copy of a process that has imported the libraries
already, and is left after so many seconds of its own. A line of JSON for each: its
name, whether it ended, its fault, what it printed.
"""

import contextlib
import gc
import io
import json
import linecache
import os
import shutil
import signal
import sys
import traceback
import types
from pathlib import Path
from tempfile import TemporaryDirectory

OURS = "chainrule", "sitekit", "helpers"
MOST = 600  # seconds


class Left(BaseException):
    """Its time is over; no program catches it."""


class Nothing:
    """Finds nothing of ours, before anyone else does."""

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in OURS:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


over = []  # an import that is left says so in its own way


def leave(*_):
    over.append(True)
    raise Left


def run(name, code, files, seconds):
    """In the copy: be ``python name``, in the folder."""
    for source, target in files.items():
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    main = sys.modules["__main__"] = types.ModuleType("__main__")
    linecache.cache[name] = len(code), None, code.splitlines(True), name
    sys.argv, fault, ended = [name], "", True
    signal.signal(signal.SIGPROF, leave)
    signal.signal(signal.SIGALRM, leave)
    with contextlib.redirect_stdout(io.StringIO()) as said:
        try:
            program = compile(code, name, "exec", dont_inherit=True)
            signal.setitimer(signal.ITIMER_PROF, seconds)
            signal.alarm(MOST)
            exec(program, main.__dict__)
        except BaseException as error:
            done = isinstance(error, SystemExit) and not error.code
            ended = not over
            fault = "" if over or done else traceback.format_exc(limit=-3)
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)
    return [name, ended, fault, said.getvalue()]


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0 is no limit
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot
    import torch._dynamo  # noqa: F401 - optimizers of torch do, in two seconds

    sys.meta_path.insert(0, Nothing())
    gc.freeze()  # or each copy touches, and so copies, all that was imported
    for name, code, files in json.load(sys.stdin):
        with TemporaryDirectory() as folder:
            said = Path(folder, "said")
            if not (child := os.fork()):
                place = Path(folder, "empty")
                place.mkdir()
                os.chdir(place)
                result = run(name, code, files, seconds)
                said.write_text(json.dumps(result), "utf-8")
                os._exit(0)
            os.waitpid(child, 0)
            died = json.dumps([name, False, "it died", ""])
            print(said.read_text("utf-8") if said.is_file() else died, flush=True)


if __name__ == "__main__":
    main()
