"""How what came differs from what is right."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Difference:
    """The first place where two results differ."""

    kind: str  # nothing, length, text, shape, value, whole, single
    part: str  # which of several results, as an index: "", "[1]", "[0][2]"
    place: tuple[int, ...]  # in the array, of the largest difference
    mine: Any
    right: Any


def difference(mine: Any, right: Any, rtol: float, atol: float) -> Difference | None:
    """None where they agree: same shapes, and each number within its own bound.

    NaN agrees with NaN, an infinity with itself; booleans and whole numbers with
    floats of the same value, a list of numbers with an array of them.
    """
    if mine is None and right is not None:
        return Difference("nothing", "", (), mine, right)
    differences = (
        found
        for at, came, wanted in _pairs("", mine, right)
        if (found := _differ(at, came, wanted, rtol, atol))
    )
    return next(differences, None)


def _pairs(at: str, mine: Any, right: Any) -> Iterator[tuple[str, Any, Any]]:
    """The arrays of what is right, each with what came in its place."""
    if isinstance(right, dict):
        same = isinstance(mine, dict) and mine.keys() == right.keys()
        keys: Any = right
    elif isinstance(right, (tuple, list)):
        rows = isinstance(mine, np.ndarray) and mine.ndim > 0
        same = (rows or isinstance(mine, (tuple, list))) and len(mine) == len(right)
        keys = range(len(right))
    else:
        yield at, mine, right
        return
    if not same:
        yield at, mine, right
        return
    for key in keys:
        yield from _pairs(f"{at}[{key!r}]", mine[key], right[key])


def _differ(
    at: str, came: Any, wanted: Any, rtol: float, atol: float
) -> Difference | None:
    if isinstance(wanted, (tuple, list)):
        many = isinstance(came, (tuple, list))
        return Difference("length", at, (), len(came) if many else 1, len(wanted))
    b = _numbers(wanted)
    a = _numbers(came)
    if b is None or a is None:
        same = a is b and _same(came, wanted)
        return None if same else Difference("text", at, (), came, wanted)
    if a.shape != b.shape:
        return Difference("shape", at, (), a.shape, b.shape)
    off = _excess(a, b, rtol, atol)
    if not (off > 0).any():
        return None
    place = tuple(int(i) for i in np.unravel_index(off.argmax(), off.shape))
    return Difference(_kind(came, a, b), at, place, a[place], b[place])


def _kind(came: Any, a: np.ndarray, b: np.ndarray) -> str:
    """Whether digits alone were lost, by the type of the numbers."""
    dtype = np.asarray(came).dtype
    if dtype.kind in "iu" and not _excess(a, np.trunc(b), 0, 0).any():
        return "whole"
    single = dtype in (np.float16, np.float32)
    return "single" if single and not _excess(a, b, 1e-3, 1e-5).any() else "value"


def _same(came: Any, wanted: Any) -> bool:
    """Whether two things are equal that are no numbers."""
    try:
        return type(came) is type(wanted) and bool(came == wanted)
    except Exception:  # whatever a reader's object does when it is asked
        return False


def _numbers(value: Any) -> np.ndarray | None:
    """An array of floats, if it is one: not of words, nor complex."""
    if value is None:  # NumPy would take it for NaN
        return None
    try:
        array = np.asarray(value)
        if array.dtype.kind not in "biufO":
            return None
        return np.asarray(array, dtype=float)
    except Exception:
        return None


def _excess(a: np.ndarray, b: np.ndarray, rtol: float, atol: float) -> np.ndarray:
    """By how much each number is further off than it may be; 0 where it is not."""
    with np.errstate(invalid="ignore", over="ignore"):
        off = np.abs(a - b) - (atol + rtol * np.abs(b))
    same = (a == b) | (np.isnan(a) & np.isnan(b)) | (off <= 0)
    return np.where(same, 0.0, np.nan_to_num(off, nan=np.inf, posinf=np.inf))
