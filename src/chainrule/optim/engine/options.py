"""The arguments of an optimizer: torch's names, order and errors."""

import inspect
import math
from collections.abc import Container, Mapping, Sequence
from inspect import Parameter, Signature
from numbers import Real
from typing import Any

import torch

OPTIONS = {
    "weight_decay": 0,
    "maximize": False,
    "foreach": None,
    "capturable": False,
    "differentiable": False,
    "fused": None,
}
SPELLED = {"lr": "learning rate", "eps": "epsilon value"}  # in torch's errors


def arguments_of(
    cls: Any,
) -> tuple[list[str], list[str], bool, list[Parameter]]:
    """What `update` takes: (buffers, numbers, whether t, hyperparameters)."""
    arguments = inspect.signature(cls.update).parameters.values()
    hyper = [a for a in arguments if a.kind is a.KEYWORD_ONLY]
    names = [a.name for a in arguments if a not in hyper]
    numbers = [a.name for a in arguments if a.annotation is float]
    clock = ["t"] if names[-1] == "t" else []
    buffers = [n for n in names[3:] if n not in (*numbers, "t")]
    if names != ["self", "w", "g", *buffers, *numbers, *clock]:
        text = "must take w, g, <tensors>, <floats>[, t]"
        raise TypeError(f"{cls.__name__}.update {text}")
    return buffers, numbers, bool(clock), hyper


def signature(
    hyper: Sequence[Parameter], by_name: Container[str] = ()
) -> Signature:
    """What inspect.signature and help show, and what is accepted.

    The hyperparameters in the order of `update`, but those of by_name, which
    come with OPTIONS, by name. As in torch, weight_decay stands right after
    eps and needs no name there; without eps, torch has something else in this
    place.
    """
    names = [a.name for a in hyper]
    named = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default)
        for name, default in OPTIONS.items()
        if name not in names
    ]
    first = Parameter("params", Parameter.POSITIONAL_OR_KEYWORD)
    free = [first, *(a for a in hyper if a.name not in by_name)]
    places = [a.name for a in free]
    if "eps" in places and "weight_decay" not in names:
        free.insert(places.index("eps") + 1, named.pop(0))
    free = [a.replace(kind=Parameter.POSITIONAL_OR_KEYWORD) for a in free]
    return Signature(free + [a for a in hyper if a.name in by_name] + named)


def validate(hyper: Mapping[str, Any], options: Mapping[str, Any]) -> None:
    """Raise for values that no formula can use; `not 0 <= x` refuses NaN too.

    hyper holds the defaults of `update`, options the values to be used.
    """
    for name, default in {"weight_decay": 0, **hyper}.items():
        value = options[name]
        if isinstance(default, tuple):
            if not isinstance(value, tuple | list):
                raise TypeError(f"{name} must be a pair, got {value!r}")
            for i, beta in enumerate(value):
                _require_number(f"{name}[{i}]", beta)
                if not 0 <= beta < 1:
                    text = f"Invalid beta parameter at index {i}: {beta}"
                    raise ValueError(text)
            if len(value) != len(default):
                raise ValueError(f"Invalid {name}: {value}")
        else:
            require(name, value)
    if options["fused"] and options["foreach"]:
        raise RuntimeError("`fused` and `foreach` cannot be `True` together.")
    for name in ("capturable", "differentiable"):
        if options[name]:
            raise RuntimeError(f"{name}=True is not supported")


def require(name: str, value: Any) -> None:
    """Raise ValueError unless 0 <= value < ∞, TypeError for no number."""
    _require_number(name, value)
    if not 0 <= value < math.inf:
        what = SPELLED.get(name, f"{name} value")
        raise ValueError(f"Invalid {what}: {value}")


def _require_number(name: str, value: Any) -> None:
    if isinstance(value, torch.Tensor):
        if value.numel() != 1:
            raise ValueError(f"Tensor {name} must be 1-element")
        real = not value.is_complex()
    else:
        real = isinstance(value, Real) and not isinstance(value, bool)
    if not real:
        raise TypeError(f"{name} must be a number, got {value!r}")


def number(value: Any) -> Any:
    """A hyperparameter as plain numbers: torch allows tensors as well."""
    if isinstance(value, tuple | list):
        return tuple(number(x) for x in value)
    return value.item() if isinstance(value, torch.Tensor) else value
