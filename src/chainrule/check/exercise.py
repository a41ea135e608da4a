"""What a reader can be asked to write, and the usual ways to get it wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

Function = Callable[..., Any]


@dataclass(frozen=True)
class Mistake:
    """A usual mistake as a function that makes it, and what to say to its author."""

    wrong: Function
    zh: str
    en: str


def cancels(wrong: Function) -> Mistake:
    """The variance as a difference: a mistake that several exercises share."""
    return Mistake(
        wrong,
        "方差用了“平方的平均减去平均的平方”：数据离 0 很远时，两个大数相减，"
        "有效数字全丢了。先减均值，再平方。",
        "the variance is the mean of the squares minus the square of the mean. Far "
        "from zero these are two large numbers, and no digit of their difference "
        "is right: subtract the mean first.",
    )


@dataclass(frozen=True)
class Exercise:
    """A function to write.

    Its name is its file's. ``inputs`` yields arguments by their names, always in the
    same order, from the smallest case to the largest: the first that fails is the one
    to think about. They are given to a reader's function by position. Among them are
    the cases in which mistakes show: one sample and none equal to another, numbers far
    from zero, a size that is no square, other hyperparameters than the usual.
    """

    page: str  # part/page
    equation: str  # its label there
    number: str  # as printed
    right: Function
    inputs: Callable[[np.random.Generator], Iterator[dict[str, Any]]]
    mistakes: tuple[Mistake, ...]
    zh: str  # what to compute, with shapes
    en: str
    rtol: float = 1e-9
    atol: float = 1e-12
    changes: tuple[str, ...] = ()  # arguments that may be changed in place
    # Arguments as a strategy of hypothesis, from its modules `strategies` and
    # `extra.numpy`: asked where it is installed, after `inputs`.
    search: Function | None = None

    def cases(self) -> list[dict[str, Any]]:
        """The same inputs each time."""
        return list(self.inputs(np.random.default_rng(0)))

    def signature(self, name: str) -> str:
        return f"{name}({', '.join(next(self.inputs(np.random.default_rng(0))))})"
