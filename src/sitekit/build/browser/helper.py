"""Runs listings in a reader's browser: `worker.js` asks it, one listing after another.

It uses the standard library alone, and of ours `near`, which lies beside it there.
"""

import io
import linecache
import random
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from difflib import unified_diff
from typing import Any

LIMIT = 100_000  # characters that one listing may print
HERE = __file__
# As when Python starts.
QUIET = DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning


class Out(io.TextIOBase):
    """What is printed, sent ten times a second; a flood is cut, and not sent."""

    def __init__(self) -> None:
        self.begin(lambda text: None)

    def begin(self, post: Callable[[str], None]) -> None:
        self.post, self.size, self.last = post, 0, time.monotonic()
        self.parts: list[str] = []
        self.sent: list[str] = []

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if self.size < LIMIT:
            self.parts.append(text[: LIMIT - self.size])
            if time.monotonic() - self.last > 0.1:
                self.flush()
        self.size += len(text)
        return len(text)

    def flush(self) -> None:
        if self.parts:
            text = "".join(self.parts)
            self.sent.append(text)
            self.post(text)
            self.parts.clear()
        self.last = time.monotonic()

    def finish(self) -> str:
        """Send the rest; return all that was printed, as far as it was sent."""
        self.flush()
        printed = "".join(self.sent)
        if self.size > LIMIT:
            self.post(f"\n[… {self.size - LIMIT:,} more characters]\n")
        return printed


out, err = Out(), Out()
namespace: dict[str, Any] = {}


def begin() -> None:
    """A namespace of its own, and the state in which each page's listings start."""
    namespace.clear()
    namespace["__name__"] = "page"
    random.seed(0)
    warnings.resetwarnings()
    for kind in QUIET:
        warnings.simplefilter("ignore", kind)
    if "numpy" in sys.modules:
        numpy = sys.modules["numpy"]
        numpy.random.seed(0)
        numpy.set_printoptions(
            precision=8, threshold=1000, edgeitems=3, linewidth=75, suppress=False
        )
        numpy.seterr(divide="warn", over="warn", under="ignore", invalid="warn")


def run(
    name: str, code: str, expected: str | None, kind: str, rtol: float, post: Any
) -> dict[str, Any]:
    """Run one listing.

    Returns:
        ok, how what it printed differs from what is expected (None: nothing is), and
        of an error its last line, its type, the line, the listing that it arose in.
    """
    out.begin(lambda text: post("out", text))
    err.begin(lambda text: post("err", text))
    linecache.cache[name] = (len(code), None, code.splitlines(True), name)
    said: dict[str, Any] = {"ok": True, "differs": None}
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        exec(compile(code, name, "exec"), namespace)
    except BaseException as error:
        said |= {"ok": False} | told(error)
    finally:
        printed = out.finish()
        err.finish()
        sys.stdout, sys.stderr = before
    if said["ok"] and expected is not None:
        said["differs"] = differs(expected, printed, kind, rtol)
    return said


def told(error: BaseException) -> dict[str, Any]:
    """An error as a reader wants it: without our own frames, with the line."""
    frames = traceback.extract_tb(error.__traceback__)
    theirs = [frame for frame in frames if frame.filename != HERE]
    told = traceback.format_exception_only(type(error), error)
    listings = [frame for frame in theirs if frame.filename.startswith("listing")]
    if isinstance(error, SyntaxError) and error.filename:
        where, line = error.filename, error.lineno
    else:
        last = (listings or theirs or [traceback.FrameSummary("", None, "")])[-1]
        where, line = last.filename, last.lineno
    lines = traceback.format_list(theirs)
    if len(lines) > 12:
        lines = [*lines[:6], f"  … {len(lines) - 12} more calls …\n", *lines[-6:]]
    return {
        "text": "".join(lines + told),
        "error": told[-1].strip(),
        "type": type(error).__name__,
        "line": line,
        "where": where,
    }


def differs(expected: str, printed: str, kind: str, rtol: float) -> str:
    """How the two differ, line by line, as `sitekit.page.outputs` asks of each kind."""
    kept, printed = (text.rstrip("\n") for text in (expected, printed))
    if kept == printed:
        return ""
    if kind == "study":
        heads = {_head(text) for text in (kept, printed)}
        return "" if len(heads) == 1 else "the columns are others"
    if kind == "numeric":
        from near import near  # type: ignore[import-not-found]

        if near(kept, printed, rtol):
            return ""
    pair = kept.splitlines(), printed.splitlines()
    lines = list(unified_diff(*pair, lineterm="", n=0))[2:]
    return "\n".join(line for line in lines if not line.startswith("@@"))


def _head(text: str) -> str:
    """The columns of a record."""
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return next(lines, "")
