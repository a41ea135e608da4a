"""The contract of chainrule.optim.engine with torch alone, without its speed.

A listing `class Adam(Optimizer)` runs on this class as it does on the engine.
"""

# --8<-- [start:optimizer]
import inspect

import torch


class Optimizer(torch.optim.Optimizer):
    """Runs update(w, g, <buffers>[, t], *, <options>) on each parameter.

    Buffers have the shape of w and start at zero; t counts from 1. One
    annotated float is a number, of which update returns the new value.
    Options may be given by place, in the order of update.
    """

    def __init__(self, params, *values, **options):
        names = inspect.signature(self.update).parameters.values()
        named = [a for a in names if a.kind is a.KEYWORD_ONLY]
        self.options = {a.name: a.default for a in named}
        self.buffers = [a.name for a in names if a not in named][2:]
        self.numbers = [a.name for a in names if a.annotation is float]
        places = [a.replace(kind=a.POSITIONAL_OR_KEYWORD) for a in named]
        given = inspect.Signature(places).bind(*values, **options).arguments
        super().__init__(params, {**self.options, **given})

    def add_param_group(self, group):  # torch comes here with each group
        for name, default in self.options.items():
            value = group.get(name, self.defaults[name])
            pair = isinstance(default, tuple)  # β₁ and β₂, below 1
            for x in value if pair else [value]:
                if not 0 <= x < (1 if pair else float("inf")):
                    raise ValueError(f"invalid {name}: {value}")
        super().add_param_group(group)

    def update(self, *arguments, **options):
        raise NotImplementedError

    @torch.no_grad()
    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            options = {name: group[name] for name in self.options}
            for w in (p for p in group["params"] if p.grad is not None):
                state = self.state[w]
                if not state:
                    state |= {n: torch.zeros_like(w) for n in self.buffers}
                    state |= dict.fromkeys(self.numbers, 0.0)
                    state |= {"t": 0} if "t" in state else {}
                if "t" in state:
                    state["t"] += 1
                buffers = [state[name] for name in self.buffers]
                new = self.update(w, w.grad, *buffers, **options)
                state.update(zip(self.numbers, new or (), strict=True))
        return loss


# --8<-- [end:optimizer]
