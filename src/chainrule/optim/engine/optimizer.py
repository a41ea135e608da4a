"""The contract of every optimizer: a subclass is one formula, `update`.

Its signature says everything. The positional names between `w, g` and `t` are
buffers: tensors of the shape of w that start at zero. The keyword-only names
are hyperparameters, with their defaults. The rest is done here and in the two
files beside this one: `slices` picks the pieces of the parameters that
`update` sees, `kernels` replaces it by torch's fused kernel of the same
formula where that is safe.
"""

import copy
import inspect
from collections import defaultdict
from inspect import Parameter

import torch

from chainrule.optim.engine import kernels, slices

OPTIONS = {
    "weight_decay": 0,  # coupled: the gradient becomes g + weight_decay * w
    "maximize": False,
    "foreach": None,
    "capturable": False,
    "differentiable": False,
    "fused": None,
}
SPELLED = {"lr": "learning rate", "eps": "epsilon value"}  # torch's own words


class Optimizer(torch.optim.Optimizer):
    """Applies `update` to every parameter that has a gradient.

    Arguments are torch's: params, the hyperparameters in the order of `update`,
    weight_decay, and by name maximize, foreach, fused. foreach=True bundles all
    tensors, False none; fused=False never takes torch's kernel; left alone, the
    fastest path is taken. Where `update` itself names weight_decay, it is
    decoupled. capturable and differentiable may only be False.

    Raises what torch raises: ValueError for a value out of range, NaN included,
    and for an empty list; TypeError for a bare tensor and unknown options;
    RuntimeError for sparse gradients, before any parameter has moved.
    """

    elementwise = True  # False: `update` needs whole tensors (norms, matrices)
    kernel = None  # torch's kernel of the same formula: see kernels.py
    buffers: tuple[str, ...] = ()
    hyper: tuple[str, ...] = ()
    __signature__: inspect.Signature

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        arguments = inspect.signature(cls.update).parameters.values()
        hyper = [a for a in arguments if a.kind is a.KEYWORD_ONLY]
        names = [a.name for a in arguments if a.kind is a.POSITIONAL_OR_KEYWORD]
        if "update" in vars(cls):
            if names[:3] != ["self", "w", "g"] or names[3:][-1:] != ["t"]:
                raise TypeError(f"{cls.__name__}.update must take w, g, …, t")
            cls.kernel = vars(cls).get("kernel")  # not that of another formula
        cls.buffers = tuple(names[3:-1])
        cls.hyper = tuple(a.name for a in hyper)
        # As in torch, weight_decay may follow eps without its name. Elsewhere
        # torch has another argument in this place, so it must be named.
        open_end = cls.hyper[-1:] == ("eps",)
        options = [
            Parameter(name, Parameter.KEYWORD_ONLY, default=default)
            for name, default in OPTIONS.items()
            if name not in cls.hyper
        ]
        free = [Parameter("params", Parameter.POSITIONAL_OR_KEYWORD), *hyper]
        free += [options.pop(0)] if open_end else []
        free = [a.replace(kind=Parameter.POSITIONAL_OR_KEYWORD) for a in free]
        cls.__signature__ = inspect.Signature([*free, *options])

    def __init__(self, params, *args, **options):
        try:
            bound = self.__signature__.bind(params, *args, **options)
        except TypeError as error:
            raise TypeError(f"{type(self).__name__}: {error}") from None
        bound.apply_defaults()
        params = bound.arguments.pop("params")
        _validate(bound.arguments)
        super().__init__(params, bound.arguments)

    def update(self, *args, **hyper):
        """One step of the formula, in place: update(w, g, …, t, *, …)."""
        raise NotImplementedError

    @torch.no_grad()
    def step(self, closure=None):
        """Move every parameter that has a gradient; return closure's loss."""
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        work = []
        for group in self.param_groups:
            ready = [p for p in group["params"] if p.grad is not None]
            if any(p.grad.layout is not torch.strided for p in ready):
                name = type(self).__name__
                raise RuntimeError(f"{name} does not support sparse gradients")
            work.append((group, ready))
        for group, ready in work:
            self._step(group, ready)
        return loss

    def _step(self, group, params):
        hyper = {name: _number(group[name]) for name in self.hyper}
        decay = 0 if "weight_decay" in hyper else _number(group["weight_decay"])
        maximize, foreach = group["maximize"], group["foreach"]
        fused = foreach is None if group["fused"] is None else group["fused"]
        coupled = {"weight_decay": decay, "maximize": maximize, **hyper}
        for t, rows in self._rows(params).items():
            if fused and self.kernel:
                rows = kernels.run(self.kernel, rows, t, coupled)
            for w, g, *buffers in slices.cut(rows, foreach, self.elementwise):
                if maximize:
                    g = g.neg()
                if decay:
                    g = g.add(w, alpha=decay)
                self.update(w, g, *buffers, t, **hyper)

    def _rows(self, params):
        """(w, g, *buffers) by age: each parameter counts its own steps."""
        rows = defaultdict(list)
        for p in params:
            state = self.state[p]
            if not state:
                state["step"] = 0
                for name in self.buffers:
                    state[name] = torch.zeros_like(p)
            state["step"] += 1
            row = [p, p.grad, *[state[name] for name in self.buffers]]
            rows[state["step"]].append(row)
        return rows

    def add_param_group(self, param_group):
        """Add a group as torch does, or raise and leave all as it was."""
        if isinstance(param_group, dict):
            _validate({**self.defaults, **param_group})
        super().add_param_group(param_group)

    def load_state_dict(self, state_dict):
        """Copy the state; torch would go on sharing its buffers."""
        super().load_state_dict(copy.deepcopy(state_dict))


def _number(value):
    """A hyperparameter as plain numbers: torch allows tensors, also in betas."""
    if isinstance(value, tuple | list):
        return tuple(_number(x) for x in value)
    return value.item() if isinstance(value, torch.Tensor) else value


def _validate(options):
    """Raise torch's own errors. `not x >= 0` also refuses NaN."""
    for name, value in options.items():
        if isinstance(value, torch.Tensor) and value.numel() != 1 ...
