"""From the text of a reader's program to the answer."""

import linecache
import traceback
from typing import Any

from chainrule.check.exercises import find
from chainrule.check.judge import judge
from chainrule.check.report import NAMES, report


def ask(
    name: str,
    code: str,
    lang: str = "en",
    file: str = "mine.py",
    site: str = "",
) -> tuple[bool, str]:
    """Whether ``code`` defines the function ``name`` as it should be, and the answer.

    The code runs here, with whatever it prints; ``process`` gives it a process of its
    own. ``site`` is the address that links begin with.

    Raises:
        LookupError: there is no exercise of this name.
    """
    exercise = find(name)
    linecache.cache[file] = (len(code), None, code.splitlines(True), file)
    namespace: dict[str, Any] = {"__name__": "mine"}
    try:
        exec(compile(code, file, "exec"), namespace)
    except BaseException as error:
        return False, trouble(error, file)
    mine = namespace.get(name)
    if not callable(mine):
        others = [k for k, v in namespace.items() if callable(v) and k[0] != "_"]
        text = NAMES[lang].format(file=file, name=exercise.signature(name))
        return False, text + (f" ({', '.join(others)})" if others else "")
    verdict = judge(exercise, mine)
    said = report(name, exercise, verdict, lang, site)
    if verdict.error is not None:
        said += "\n\n" + trouble(verdict.error, file)
    return verdict.passed, said


def trouble(error: BaseException, file: str) -> str:
    """An error with the lines of the reader's file alone."""
    frames = [
        f for f in traceback.extract_tb(error.__traceback__) if f.filename == file
    ]
    lines = traceback.format_list(frames) + traceback.format_exception_only(error)
    return "".join(lines).rstrip()
