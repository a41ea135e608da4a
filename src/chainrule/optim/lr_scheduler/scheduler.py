"""What torch leaves open: late groups, resumption, values of no sense."""

import functools
import inspect
import math
from collections.abc import Callable
from numbers import Real
from typing import Any

import torch
from torch.optim.lr_scheduler import LRScheduler


class Scheduler(LRScheduler):
    """Base of all schedulers here; a subclass has `rates`, or `get_momentum`.

    A group that the optimizer is given later is scheduled from the next step
    on: its rate goes on from where it is, as under torch's schedulers, or, if
    the schedule is `rising`, is the rate that the others were given at first.
    An "initial_lr" in the group is that rate in any case.

    After load_state_dict the loaded rate and momentum hold at once, whether
    optimizer or scheduler is loaded first, and in a SequentialLR, too.
    Raises TypeError for what is no optimizer and no number, and ValueError for
    infinite numbers and NaN.
    """

    base_momentum: float | list[float]
    max_momentum: float | list[float]
    rising = False  # whether lr is where the rate goes, not where it starts

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "__init__" in vars(cls):
            cls.__init__ = _checked(cls.__init__)  # type: ignore[method-assign]

    def rates(self) -> list[float | torch.Tensor]:
        """The rate of each group at step last_epoch; here, what it has."""
        return [group["lr"] for group in self.optimizer.param_groups]

    def get_momentum(self) -> float | list[float] | None:
        """The momentum, or β₁, of all groups or of each; None: left alone."""

    def get_lr(self) -> list[float | torch.Tensor]:
        """The rates; as in torch, asking for them also sets the momentum."""
        self._welcome()
        self._move_momentum()
        return self.rates()

    def _get_closed_form_lr(self) -> list[float | torch.Tensor]:
        return self.get_lr()  # SequentialLR asks for it at a seam

    def first_rate(self, t: int, lr: float) -> float:
        """The rate at first, of a group whose rate is lr after t steps."""
        if self.rising or not hasattr(self, "rate"):
            return lr
        low, high = self.rate(t, 0.0), self.rate(t, 1.0)  # a line in between
        return (lr - low) / (high - low) if high > low else lr

    def _welcome(self) -> None:
        groups = self.optimizer.param_groups
        self._groups = groups
        for group in groups[len(self.base_lrs) :]:
            if "initial_lr" not in group:
                before = max(0, self.last_epoch - 1)
                lr = self.first_rate(before, float(group["lr"]))
                group["initial_lr"] = lr
            self.base_lrs = [*self.base_lrs, group["initial_lr"]]

    def _move_momentum(self) -> None:
        momentum = self.get_momentum()
        if momentum is None:
            return
        groups = self.optimizer.param_groups
        each = (
            momentum if isinstance(momentum, list) else [momentum] * len(groups)
        )
        for group, value in zip(groups, each, strict=True):
            if "betas" in group:
                group["betas"] = (value, *group["betas"][1:])
            else:
                group["momentum"] = value

    def state_dict(self) -> dict[str, Any]:
        """As torch's: plain numbers, and lists and names of them."""
        state = super().state_dict()
        return {name: x for name, x in state.items() if name != "_groups"}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """As torch's, and the loaded rates hold.

        But if the optimizer was loaded since this scheduler last set its
        rates, they are right already; and where another scheduler has its
        turn first (SequentialLR), they are not this one's.
        """
        theirs = self.optimizer.param_groups is not self._groups
        super().load_state_dict(state_dict)
        if not theirs and self.last_epoch >= 0:
            self._hold()

    def _hold(self) -> None:
        lrs = zip(self.optimizer.param_groups, self._last_lr, strict=False)
        for group, lr in lrs:
            set_lr(group, lr)
        self._move_momentum()

    def require_momentum(
        self, optimizer: torch.optim.Optimizer, cycle_momentum: bool = True
    ) -> None:
        """Raise ValueError where it is to be moved and a group has none."""
        groups = optimizer.param_groups
        able = all({"momentum", "betas"} & {*group} for group in groups)
        if cycle_momentum and not able:
            name = type(optimizer).__name__
            text = (
                f"{type(self).__name__}: {name} has neither momentum nor betas"
            )
            raise ValueError(text)

    def per_group(
        self, optimizer: torch.optim.Optimizer, **given: Any
    ) -> list[Any]:
        """The one value given, for each group: one for all, or a list."""
        (value,) = given.values()
        count = len(optimizer.param_groups)
        values = value if isinstance(value, list | tuple) else [value] * count
        self.require(len(values) == count, **given, groups=count)
        return [*values]

    def pairs(
        self,
        optimizer: torch.optim.Optimizer,
        below: float = math.inf,
        **given: Any,
    ) -> list[Any]:
        """The two values given, for each group: 0 <= a <= b < below."""
        lists = [self.per_group(optimizer, **{n: x}) for n, x in given.items()]
        found = [*zip(*lists, strict=True)]
        for a, b in found:
            said = dict(zip(given, (a, b), strict=True))
            self.require(0 <= a <= b < below, **said)
        return found

    def momenta(self, optimizer: torch.optim.Optimizer) -> list[Any]:
        """The pairs (base_momentum, max_momentum), where there are such."""
        low, high = self.base_momentum, self.max_momentum
        given = {"base_momentum": low, "max_momentum": high}
        return self.pairs(optimizer, below=1, **given)

    def require(self, fits: object, **given: Any) -> None:
        """Raise ValueError with the name and value of what does not fit."""
        if not fits:
            said = ", ".join(f"{n}: {value}" for n, value in given.items())
            raise ValueError(f"{type(self).__name__}: invalid {said}")


def set_lr(group: dict[str, Any], lr: float | torch.Tensor) -> None:
    """A rate that is a tensor stays the same tensor, as in torch."""
    if isinstance(group["lr"], torch.Tensor):
        group["lr"].fill_(lr)
    else:
        group["lr"] = float(lr)


def _checked(init: Callable[..., None]) -> Callable[..., None]:
    """init, which first looks at what it is given."""
    signature = inspect.signature(init)

    @functools.wraps(init)
    def checked(self: Any, *args: Any, **kwargs: Any) -> None:
        given = signature.bind(self, *args, **kwargs).arguments
        optimizer = given.get("optimizer")
        if not isinstance(optimizer, torch.optim.Optimizer):
            raise TypeError(f"{type(optimizer).__name__} is not an Optimizer")
        for name, value in [*given.items()][2:]:
            default = signature.parameters[name].default
            if not (isinstance(default, str) or value is default):
                optional = " or None" if default is None else ""
                _check(type(self).__name__, name, value, optional)
        init(self, *args, **kwargs)

    return checked


def _check(title: str, name: str, value: Any, optional: str) -> None:
    for x in value if isinstance(value, list | tuple) else [value]:
        if not isinstance(x, Real | torch.Tensor):
            text = f"{name} must be a number{optional}, got {value!r}"
            raise TypeError(f"{title}: {text}")
        if not math.isfinite(x):
            raise ValueError(f"{title}: invalid {name}: {value}")
