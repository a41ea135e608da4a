"""The contract of every optimizer here: a subclass is one formula, `update`.

Its signature says everything. The names after `w, g` are buffers: tensors of
the shape of w that start at zero. After them, names annotated `float` are one
number for all of w: it starts at zero, and `update` returns the new ones in a
tuple. A last name `t` is no buffer but the clock: the number of this gradient
of w, from 1. The keyword-only names are hyperparameters with their defaults.
All else happens here and beside: `slices` chooses the pieces of the parameters
that `update` gets to see, `guard` puts torch's fused kernel of the same formula
in its place where that is safe.
"""

import copy
import inspect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import torch

from chainrule.optim.engine import (
    checkpoint,
    compat,
    guard,
    kernels,
    options,
    slices,
)


class Optimizer(torch.optim.Optimizer):
    """Runs the formula `update` on every parameter that has a gradient.

    Takes torch's arguments: params, the hyperparameters in the order of
    `update`, then weight_decay (coupled: the gradient becomes g + λ w; where
    `update` itself names it, decoupled), maximize, foreach and fused.
    foreach=True bundles all tensors, False none; fused=False never takes
    torch's kernel; left at None, both choose the fastest.

    Raises what torch raises: ValueError for a value out of range, NaN and
    infinity too, and for an empty list; TypeError for what is no number, a
    bare tensor or an unknown option, and for an option of torch's that is of
    another class here; RuntimeError for a sparse gradient, before any
    parameter has moved, and for capturable=True or differentiable=True, which
    are not supported.
    """

    elementwise = True  # False: `update` needs whole tensors (norms, matrices)
    by_name: tuple[str, ...] = ()  # never by place: torch has another there
    kernel: kernels.Kernel | None = None  # the same formula, of `kernels`
    undecayed: kernels.Kernel | None = None  # kernel for any layout, λ = 0
    twin: compat.Twin | None = None  # torch's class of the same algorithm
    instead: Mapping[str, str] = {}  # an option of torch's -> who has it here
    buffers: list[str]
    numbers: list[str]  # plain ones: no state_dict rounds them to w's dtype
    clock: list[str]  # "step", if `update` asks for t
    hyper: dict[str, object]
    __signature__: inspect.Signature

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.buffers, cls.numbers, clocked, hyper = options.arguments_of(cls)
        cls.clock = ["step"] if clocked else []
        cls.hyper = {a.name: a.default for a in hyper}
        cls.__signature__ = options.signature(hyper, cls.by_name)
        if "update" in vars(cls):  # what is inherited is of another
            cls.kernel = vars(cls).get("kernel")
            cls.undecayed = vars(cls).get("undecayed")
            cls.twin = vars(cls).get("twin")
            cls.instead = vars(cls).get("instead", {})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        bound = compat.bind(type(self), args, kwargs)
        bound.apply_defaults()
        params = bound.arguments.pop("params")
        options.validate(self.hyper, bound.arguments)
        super().__init__(params, bound.arguments)

    def update(self, *args: Any, **hyper: Any) -> Any:
        """One step in place, on any piece; returns the new numbers, if any."""
        raise NotImplementedError

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """One step on all parameters; returns what closure returns."""
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        work = []
        for group in self.param_groups:
            pairs = [
                (p, g) for p in group["params"] if (g := p.grad) is not None
            ]
            work.append(pairs)
            if {g.layout for _, g in pairs} - {torch.strided}:
                name = type(self).__name__
                raise RuntimeError(f"{name} does not support sparse gradients")
        for group, pairs in zip(self.param_groups, work, strict=True):
            if pairs:
                self._step(group, *map(list, zip(*pairs, strict=True)))
        return loss

    def _step(
        self, group: dict[str, Any], ws: kernels.Tensors, gs: kernels.Tensors
    ) -> None:
        names = ("weight_decay", *self.hyper)
        given = {name: options.number(group[name]) for name in names}
        hyper = {name: given[name] for name in self.hyper}
        decay = 0 if "weight_decay" in hyper else given["weight_decay"]
        maximize, foreach = group["maximize"], group["foreach"]
        fused = foreach is None if group["fused"] is None else group["fused"]
        kernel, undecayed = type(self).kernel, type(self).undecayed
        for shared, states, columns in self._alike(ws, gs):
            rows: Iterable[slices.Row] = zip(*columns, strict=True)
            if fused and kernel:
                given["maximize"] = maximize
                if undecayed and not given["weight_decay"]:
                    undecayed(*columns, *shared, **given)
                    continue
                rows = guard.step(kernel, columns, shared, given)
            new = ()
            for w, g, *buffers in slices.cut(rows, foreach, self.elementwise):
                if maximize:
                    g = g.neg()
                if decay:
                    g = g.add(w, alpha=decay)
                new = self.update(w, g, *buffers, *shared, **hyper)
            if new:
                for state in states:
                    state.update(zip(self.numbers, new, strict=True))

    def _alike(
        self, ws: kernels.Tensors, gs: kernels.Tensors
    ) -> Iterator[tuple[tuple[Any, ...], list[Any], list[kernels.Tensors]]]:
        """Yield (numbers and clock, states, columns [ws, gs, *buffers]).

        Each parameter has its own clock and numbers, but those that went the
        same way have the same: an elementwise formula may get them together.
        """
        if not (self.buffers or self.numbers or self.clock):
            yield (), [], [ws, gs]
            return
        states = [self.state[p] for p in ws]
        for p, state in zip(ws, states, strict=True):
            if not state:
                state |= dict.fromkeys(self.clock, 0)
                state |= {name: torch.zeros_like(p) for name in self.buffers}
                state |= dict.fromkeys(self.numbers, 0.0)
            if self.clock:
                state["step"] += 1
        columns = [ws, gs]
        for name in self.buffers:
            columns.append([state[name] for state in states])
        names = self.numbers + self.clock
        if not names:
            yield (), states, columns
            return
        places = defaultdict(list)
        alone = bool(self.numbers) and not self.elementwise
        for i, state in enumerate(states):
            shared = tuple([state[name] for name in names])
            places[shared, i if alone else 0].append(i)
        for (shared, _), at in places.items():
            same = [[column[i] for i in at] for column in columns]
            yield shared, [states[i] for i in at], same

    def add_param_group(self, param_group: dict[str, Any]) -> None:
        """As torch's; where it raises, nothing was added."""
        if isinstance(param_group, dict):
            options.validate(self.hyper, {**self.defaults, **param_group})
            compat.refuse(type(self), param_group, TypeError)
        super().add_param_group(param_group)

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """As torch's, but with buffers of its own, not those of state_dict.

        Takes torch's own where the algorithm is the same. Raises ValueError
        for one of other groups, buffers or values; where it raises, nothing
        was loaded.
        """
        super().load_state_dict(copy.deepcopy(state_dict))

    def __setstate__(self, state: dict[str, Any]) -> None:
        groups, kept = state["param_groups"], state["state"]
        groups, kept = compat.from_torch(type(self), groups, kept)
        defaults = {**vars(self), **state}
        for group in groups:
            for name, default in defaults["defaults"].items():
                group.setdefault(name, default)  # the checkpoint may be older
            options.validate(self.hyper, group)
        checkpoint.validate(self, groups, kept)
        super().__setstate__({**state, "param_groups": groups, "state": kept})
