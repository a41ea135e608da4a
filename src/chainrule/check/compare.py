"""How what came differs from what is right."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Difference:
    """The first place where two results differ."""

    kind: str  # nothing, length, text, shape, value
    part: str  # which of several results, as an index: "", "[1]", "[0][2]"
    place: tuple[int, ...]  # in the array, of the largest difference
    mine: Any
    right: Any


def parts(value: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """The arrays of a result: one, or those of a tuple, list or dict of them."""
    if isinstance(value, dict):
        for key in sorted(value, key=repr):
            yield from parts(value[key], f"{at}[{key!r}]")
    elif isinstance(value, tuple) or (isinstance(value, list) and _uneven(value)):
        for i, each in enumerate(value):
            yield from parts(each, f"{at}[{i}]")
    else:
        yield at, value


def _uneven(value: list[Any]) -> bool:
    """Whether a list holds arrays, not the numbers of one."""
    return any(isinstance(each, (np.ndarray, tuple, dict)) for each in value)


def difference(mine: Any, right: Any, rtol: float, atol: float) -> Difference | None:
    """None where they agree: same shapes, and each number within its own bound.

    NaN agrees with NaN, an infinity with itself; booleans and whole numbers with
    floats of the same value.
    """
    ours, theirs = list(parts(right)), list(parts(mine))
    if mine is None and right is not None:
        return Difference("nothing", "", (), mine, right)
    if len(ours) != len(theirs):
        return Difference("length", "", (), len(theirs), len(ours))
    for (at, wanted), (_, came) in zip(ours, theirs, strict=True):
        if wanted is None or isinstance(wanted, str):
            if not (came is wanted or (isinstance(came, str) and came == wanted)):
                return Difference("text", at, (), came, wanted)
            continue
        try:
            b, a = (
                np.asarray(wanted, dtype=float),
                np.asarray(came, dtype=float),
            )
        except (TypeError, ValueError):
            return Difference("text", at, (), came, wanted)
        if a.shape != b.shape:
            return Difference("shape", at, (), a.shape, b.shape)
        with np.errstate(invalid="ignore", over="ignore"):
            off = np.abs(a - b) - (atol + rtol * np.abs(b))
        same = (a == b) | (np.isnan(a) & np.isnan(b))
        bad = ~(same | (off <= 0))
        if bad.any():
            size = np.where(bad, np.nan_to_num(off, nan=np.inf), -np.inf)
            place = tuple(int(i) for i in np.unravel_index(size.argmax(), size.shape))
            return Difference("value", at, place, a[place], b[place])
    return None
