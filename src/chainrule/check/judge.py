"""Whether a function does what an exercise asks, and which mistake it makes."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from chainrule.check.compare import Difference, difference
from chainrule.check.exercise import Exercise, Function, Mistake

EXAMPLES = 200  # that hypothesis tries


@dataclass(frozen=True)
class Verdict:
    """All is well where neither ``difference``, ``error`` nor ``changed`` is set."""

    tried: int  # inputs
    searched: bool = False  # whether hypothesis looked for more
    case: dict[str, Any] | None = None  # the input at which it failed
    mine: Any = None
    right: Any = None
    difference: Difference | None = None
    error: BaseException | None = None
    changed: str = ""  # an argument that is another after the call
    mistake: Mistake | None = None

    @property
    def passed(self) -> bool:
        return self.case is None


def outcome(function: Function, case: dict[str, Any]) -> tuple[Any, Any, list[Any]]:
    """What a function returns, or raises, and its arguments after the call."""
    given = copy.deepcopy(list(case.values()))
    try:
        with np.errstate(all="ignore"):
            return function(*given), None, given
    except Exception as error:
        return None, error, given


def judge(exercise: Exercise, mine: Function) -> Verdict:
    """Ask ``mine`` what the exercise asks."""
    cases = exercise.cases()
    for tried, case in enumerate(cases, 1):
        fault = _fault(exercise, mine, case)
        if fault:
            return Verdict(tried, **fault, mistake=recognize(exercise, mine, cases))
    searched, found = _search(exercise, mine)
    if found:
        fault = _fault(exercise, mine, found)
        known = recognize(exercise, mine, [*cases, found])
        return Verdict(len(cases) + 1, searched, **fault, mistake=known)
    return Verdict(len(cases), searched)


def _fault(exercise: Exercise, mine: Function, case: dict[str, Any]) -> dict[str, Any]:
    """What is wrong at one input; empty if nothing is."""
    right, broken, _ = outcome(exercise.right, case)
    assert broken is None, broken
    came, error, after = outcome(mine, case)
    about = {"case": case, "mine": came, "right": right}
    if error is not None:
        return {**about, "error": error}
    if off := difference(came, right, exercise.rtol, exercise.atol):
        return {**about, "difference": off}
    for (name, before), now in zip(case.items(), after, strict=True):
        if name not in exercise.changes and difference(now, before, 0, 0):
            return {**about, "changed": name}
    return {}


def recognize(
    exercise: Exercise, mine: Function, cases: list[dict[str, Any]]
) -> Mistake | None:
    """The mistake whose function gives what ``mine`` gives, on every input."""
    came = [outcome(mine, case) for case in cases]

    def alike(mistake: Mistake) -> bool:
        for case, (value, error, _) in zip(cases, came, strict=True):
            wrong, failed, _ = outcome(mistake.wrong, case)
            if type(error) is not type(failed):
                return False
            if error is None and difference(value, wrong, 1e-7, 1e-9):
                return False
        return True

    return next(filter(alike, exercise.mistakes), None)


def _search(exercise: Exercise, mine: Function) -> tuple[bool, dict[str, Any] | None]:
    """Whether hypothesis looked, and the smallest input that it found."""
    if exercise.search is None:
        return False, None
    try:
        import hypothesis
        from hypothesis import strategies
        from hypothesis.extra import numpy as arrays
    except ImportError:
        return False, None
    labels = list(exercise.cases()[0])
    last: list[dict[str, Any]] = []

    def holds(given: tuple[Any, ...]) -> None:
        case = dict(zip(labels, given, strict=True))
        if _fault(exercise, mine, case):
            last[:] = [case]
            raise AssertionError

    settings = hypothesis.settings(
        max_examples=EXAMPLES, derandomize=True, database=None, deadline=None
    )
    ask: Callable[[], None] = settings(
        hypothesis.given(exercise.search(strategies, arrays))(holds)
    )
    try:
        ask()
    except AssertionError:
        return True, last[0]
    return True, None
