"""Whether a saved state belongs to the parameters that are to go on from it."""

from collections.abc import Iterable, Mapping
from typing import Any

import torch


def validate(
    optimizer: Any,
    groups: Iterable[Mapping[str, Any]],
    state: Mapping[Any, Mapping[str, Any]],
) -> None:
    """Raise ValueError for a state that optimizer's `update` cannot take.

    groups are param_groups, state has {"step": …, <buffer>: …} by parameter.
    A parameter without an entry, or with an empty one, is yet to be met.
    """
    title = type(optimizer).__name__
    theta = [p for group in groups for p in group["params"]]
    places = {p: i for i, p in enumerate(theta)}
    for p, kept in state.items():
        if p not in places:
            raise ValueError(f"{title}: a state belongs to no parameter: {p}")
        if kept and (fault := misfit(optimizer, p, kept)):
            text = f"{title}: the state of parameter {places[p]} {fault}"
            raise ValueError(text)


def misfit(
    optimizer: Any, p: torch.Tensor, kept: Mapping[str, Any]
) -> str | None:
    """What is wrong with the state kept for p; None if nothing is."""
    numbers = optimizer.clock + optimizer.numbers
    wanted = numbers + optimizer.buffers
    if missing := [name for name in wanted if name not in kept]:
        hints = [optimizer.instead[n] for n in kept if n in optimizer.instead]
        return "; ".join([f"has no {', '.join(missing)}", *hints])
    if unknown := [name for name in kept if name not in wanted]:
        return f"has an unknown {', '.join(map(str, unknown))}"
    for name in numbers:
        kind = int if name == "step" else int | float
        if not isinstance(kept[name], kind):
            return f"has a {name} that is no plain number: {kept[name]!r}"
    for name in optimizer.buffers:
        value = kept[name]
        if not isinstance(value, torch.Tensor):
            return f"has a {name} that is no tensor: {value!r}"
        if value.shape != p.shape:
            return f"has a {name} of {(*value.shape,)}, not {(*p.shape,)}"
    return None
