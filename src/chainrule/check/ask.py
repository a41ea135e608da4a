"""From the text of a reader's program to the answer."""

import linecache
import sys
import traceback
from types import ModuleType

from chainrule.check.exercises import find
from chainrule.check.judge import judge
from chainrule.check.report import absent, report, stopped


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
    module = sys.modules["mine"] = ModuleType("mine")  # dataclasses look there
    try:
        exec(compile(code, file, "exec"), vars(module))
    except (Exception, SystemExit) as error:
        return False, f"{stopped(name, lang)}\n\n{trouble(error, file)}"
    mine = vars(module).get(name)
    if not callable(mine):
        own = [
            key
            for key, value in vars(module).items()
            if getattr(value, "__module__", None) == "mine"
        ]
        return False, absent(exercise.signature(name), own, file, lang)
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
    lines = traceback.format_list(frames)  # counts the calls of a recursion
    if len(lines) > 6:  # of functions that call each other
        lines = [*lines[:3], "  …\n", *lines[-3:]]
    return "".join(lines + traceback.format_exception_only(error)).rstrip()
