"""What the tests of ``chainrule.check`` share: a small exercise, and oracles."""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from chainrule.check import Exercise, Mistake
from chainrule.check.compare import difference
from chainrule.check.exercises import find, places


def half(x, y):
    """The right function of the small exercise."""
    return (x + y) / 2


def not_halved(x, y):
    return x + y


def halves_in_place(x, y):
    x += y
    x /= 2
    return x.copy()


def inputs(rng):
    yield {"x": np.array([1.0, 2.0]), "y": np.array([3.0, 5.0])}
    yield {"x": rng.normal(size=(2, 3)), "y": rng.normal(size=(2, 3))}


def search(strategies, arrays):
    numbers = arrays.arrays(float, 3, elements=strategies.floats(-1e3, 1e3))
    return strategies.tuples(numbers, numbers)


HALF = Exercise(
    page="part/page",
    equation="eq:half",
    number="1.1",
    right=half,
    inputs=inputs,
    mistakes=(
        Mistake(not_halved, "没有除以 2。", "the half is missing."),
        Mistake(halves_in_place, "写进了参数。", "it writes into its argument."),
    ),
    zh="平均；x、y 同形状。",
    en="the mean; x and y of one shape.",
)


def of_part(part: str) -> list[str]:
    """The names of a part's exercises."""
    return [name for name, module in places().items() if f".{part}." in module]


def agrees(name: str, oracle: Callable[..., Any], rtol: float = 1e-9) -> None:
    """Whether the right function of an exercise is what something independent says.

    The oracle is given NumPy arrays by position and may return torch's tensors.
    """
    exercise = find(name)
    for number, case in enumerate(exercise.cases(), 1):
        with np.errstate(all="ignore"):
            ours = exercise.right(*case.values())
            theirs = oracle(*exercise.cases()[number - 1].values())
        off = difference(_plain(ours), _plain(theirs), rtol, 1e-12)
        assert off is None, f"{name}, input {number}: {off}\n{case}"


def derivatives(loss: Callable[..., torch.Tensor], *at: Any) -> tuple[Any, ...]:
    """The gradients of a loss by its arguments, by torch's autograd."""
    tensors = [
        torch.tensor(each, dtype=torch.double, requires_grad=True) for each in at
    ]
    return torch.autograd.grad(loss(*tensors), tensors)


def back(function: Callable[..., torch.Tensor], dy: Any, *at: Any) -> tuple[Any, ...]:
    """The gradients by a function's arguments, from that by its result."""
    return derivatives(lambda *x: (function(*x) * torch.tensor(dy)).sum(), *at)


def _plain(value: Any) -> Any:
    """Tuples of NumPy arrays, whatever the tensors and lists."""
    if isinstance(value, (tuple, list)):
        return tuple(map(_plain, value))
    if hasattr(value, "detach"):
        return value.detach().numpy()
    return value
