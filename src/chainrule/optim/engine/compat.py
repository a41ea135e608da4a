"""torch's own calls and checkpoints, where its algorithm is the same.

What torch's class can do and ours cannot is accepted while it is switched off;
switched on, it is refused with the name of the class that has it.
"""

import inspect
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import torch


@dataclass(frozen=True)
class Twin:
    """torch.optim.<name>(…, **given) keeps `buffers` and `numbers`.

    Both are torch's name -> ours; numbers also have the function between.
    """

    name: str
    buffers: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, object] = field(default_factory=dict)
    numbers: Mapping[str, tuple[str, Callable]] = field(default_factory=dict)

    @property
    def options(self) -> dict[str, object]:
        """torch's option -> the value with which it is the same."""
        theirs = inspect.signature(getattr(torch.optim, self.name)).parameters
        return {n: a.default for n, a in theirs.items()} | dict(self.given)


def bind(
    cls: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> inspect.BoundArguments:
    """The arguments of a call, also of one in torch's names and order.

    Raises TypeError for what the class does not take.
    """
    try:
        return cls.__signature__.bind(*args, **kwargs)
    except TypeError as error:
        text = f"{cls.__name__}: {error}"
    known = cls.__signature__.parameters
    given = dict(kwargs)
    if cls.twin and cls.twin.name == cls.__name__:
        theirs = inspect.signature(getattr(torch.optim, cls.twin.name))
        try:
            given = theirs.bind(*args, **kwargs).arguments
        except TypeError:
            refuse(cls, kwargs, TypeError)
            raise TypeError(text) from None
        refuse(cls, given, TypeError)
        given = {n: x for n, x in given.items() if n in known}
        return cls.__signature__.bind(**given)
    refuse(cls, given, TypeError)
    raise TypeError(text)


def refuse(
    cls: Any, options: Mapping[str, Any], error: type[Exception]
) -> None:
    """Raise error for an option of torch's that is switched on but not here."""
    same = cls.twin.options if cls.twin else {}
    found = []
    for name, value in options.items():
        theirs = name in same or name in cls.instead
        if name in cls.__signature__.parameters or not theirs:
            continue
        if value == same[name] if name in same else not value:
            continue  # switched off
        has = f"torch.optim.{cls.twin.name} has it" if cls.twin else ""
        found.append(f"no {name}={value!r} here: {cls.instead.get(name, has)}")
    if found:
        raise error(f"{cls.__name__}: {'; '.join(found)}")


def from_torch(
    cls: Any, groups: list[dict[str, Any]], state: dict[Any, dict[str, Any]]
) -> tuple[list[dict[str, Any]], dict[Any, dict[str, Any]]]:
    """(groups, state) of a checkpoint of torch's in our names; ours as it is.

    Raises ValueError where torch's algorithm is another one.
    """
    for group in groups:
        refuse(cls, group, ValueError)
    if not cls.twin:
        return groups, state
    same, known = cls.twin.options, cls.__signature__.parameters
    foreign = same.keys() - known.keys()
    groups = [{n: x for n, x in g.items() if n not in foreign} for g in groups]
    ours = {p: _ours(cls, kept) for p, kept in state.items()}
    return groups, defaultdict(dict, ours)


def _ours(cls: Any, kept: dict[str, Any]) -> dict[str, Any]:
    """What is kept for one parameter, if these are torch's names for it."""
    wanted = cls.clock + cls.buffers + cls.numbers
    twin = cls.twin
    theirs = {"step", "momentum_buffer", *twin.buffers, *twin.numbers}
    if not kept or kept.keys() - theirs or {*kept} <= {*wanted}:
        return kept
    out: dict[str, object] = {}
    for name, value in kept.items():
        if name == "step":
            out |= {"step": int(value)} if cls.clock else {}
        elif name in twin.numbers:
            ours, convert = twin.numbers[name]
            out[ours] = convert(float(value))
        elif value is not None:  # a momentum that was switched off
            out[twin.buffers.get(name, name)] = value
    return {name: out[name] for name in [*wanted, *out] if name in out}
