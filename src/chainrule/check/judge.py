"""Whether a function does what an exercise asks, and which mistake it makes."""

import copy
import inspect
import io
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from typing import Any

import numpy as np

from chainrule.check.compare import Difference, difference
from chainrule.check.exercise import Exercise, Function, Mistake

EXAMPLES = 200  # that hypothesis tries
KEPT = 2000  # characters of what a function prints in one call


@dataclass(frozen=True)
class Verdict:
    """All is well where there is no ``case``."""

    tried: int  # inputs
    searched: bool = False  # whether hypothesis looked for more
    case: dict[str, Any] | None = None  # the input at which it failed
    mine: Any = None
    right: Any = None
    difference: Difference | None = None
    error: BaseException | None = None
    arguments: bool = False  # whether it failed for it takes others
    changed: str = ""  # an argument that is another after the call
    printed: str = ""  # by the function, at this input
    mistake: Mistake | None = None

    @property
    def passed(self) -> bool:
        return self.case is None


@dataclass(frozen=True)
class Outcome:
    """What a call did."""

    value: Any
    error: BaseException | None
    given: list[Any]  # the arguments after the call
    printed: str


class Notes(io.StringIO):
    """What is printed, as far as anybody would read it."""

    def write(self, text: str) -> int:
        return super().write(text[: max(KEPT - self.tell(), 0)])


def outcome(function: Function, case: dict[str, Any]) -> Outcome:
    """What a function returns, or raises, given copies of these arguments."""
    given = copy.deepcopy(list(case.values()))
    notes, value, failed = Notes(), None, None
    try:
        with np.errstate(all="ignore"), redirect_stdout(notes):
            value = function(*given)
    except (Exception, SystemExit) as error:
        failed = error
    return Outcome(value, failed, given, notes.getvalue())


def judge(exercise: Exercise, mine: Function) -> Verdict:
    """Ask ``mine`` what the exercise asks."""
    cases = exercise.cases()
    for tried, case in enumerate(cases, 1):
        if fault := _fault(exercise, mine, case):
            known = recognize(exercise, mine, cases)
            return Verdict(tried, **fault, mistake=known[0] if known else None)
    searched, fault = _search(exercise, mine)
    if fault:
        known = recognize(exercise, mine, [*cases, fault["case"]])
        mistake = known[0] if known else None
        return Verdict(len(cases) + 1, searched, **fault, mistake=mistake)
    return Verdict(len(cases), searched)


def _fault(exercise: Exercise, mine: Function, case: dict[str, Any]) -> dict[str, Any]:
    """What is wrong at one input; empty if nothing is."""
    ours = outcome(exercise.right, case)
    assert ours.error is None, ours.error
    came = outcome(mine, case)
    about = {"case": case, "mine": came.value, "right": ours.value}
    about["printed"] = came.printed
    if came.error is not None:
        taken = _takes(mine, len(case))
        return {**about, "error": came.error, "arguments": not taken}
    if off := difference(came.value, ours.value, exercise.rtol, exercise.atol):
        return {**about, "difference": off}
    for (name, before), now in zip(case.items(), came.given, strict=True):
        if name not in exercise.changes and _another(now, before):
            return {**about, "changed": name}
    return {}


def _takes(function: Function, count: int) -> bool:
    """Whether a function can be called with so many arguments."""
    try:
        inspect.signature(function).bind(*range(count))
    except TypeError:
        return False
    except ValueError:  # written in C
        return True
    return True


def _another(now: Any, before: Any) -> bool:
    """Whether an argument was changed; drawing from a generator changes none."""
    if isinstance(before, np.random.Generator) or callable(before):
        return False
    return difference(now, before, 0, 0) is not None


def recognize(
    exercise: Exercise, mine: Function, cases: list[dict[str, Any]]
) -> list[Mistake]:
    """The mistakes whose function gives what ``mine`` gives, on every input."""
    came = [outcome(mine, case) for case in cases]
    return [each for each in exercise.mistakes if _alike(each.wrong, came, cases)]


def _alike(wrong: Function, came: list[Outcome], cases: list[dict[str, Any]]) -> bool:
    for case, mine in zip(cases, came, strict=True):
        known = outcome(wrong, case)
        if type(mine.error) is not type(known.error):
            return False
        if mine.error is None and difference(mine.value, known.value, 1e-7, 1e-9):
            return False
    return True


def _search(exercise: Exercise, mine: Function) -> tuple[bool, dict[str, Any]]:
    """Whether hypothesis looked, and what is wrong at the smallest input it found."""
    if exercise.search is None:
        return False, {}
    try:
        import hypothesis
        from hypothesis import strategies
        from hypothesis.extra import numpy as arrays
    except ImportError:
        return False, {}
    labels = list(exercise.cases()[0])
    last: dict[str, Any] = {}

    def holds(given: tuple[Any, ...]) -> None:
        case = dict(zip(labels, given, strict=True))
        if fault := _fault(exercise, mine, case):
            last.clear()
            last.update(fault)
            raise AssertionError

    settings = hypothesis.settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    ask: Callable[[], None] = settings(
        hypothesis.given(exercise.search(strategies, arrays))(holds)
    )
    try:
        ask()
    except Exception:  # also that a function answers otherwise when asked again
        if not last:
            raise
    return True, last
