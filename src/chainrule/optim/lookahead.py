"""Lookahead (Zhang, Lucas, Hinton and Ba, 2019), around any optimizer."""

import copy

# --8<-- [start:lookahead]
from collections import defaultdict
from typing import Any

import torch


class Lookahead(torch.optim.Optimizer):
    """After every k steps of another optimizer, a part of the way back.

    k steps lead from the slow weights φ to the fast ones θ; then both go
    to φ + α (θ - φ). Zhang et al. (2019), arXiv:1907.08610. The inner
    optimizer, of torch or of ours, keeps its state, as the paper does.
    Its groups are those of Lookahead, so a scheduler may be given either.
    Raises TypeError for what is no optimizer and ValueError for k < 1, a
    k that is not whole and alpha outside [0, 1].

    torch has no such class. With k = 1 and α = 1 it is the inner one.
    """

    def __init__(self, optimizer, k=5, alpha=0.5):
        if not isinstance(optimizer, torch.optim.Optimizer):
            raise TypeError(f"{type(optimizer).__name__} is no optimizer")
        if not (isinstance(k, int) and k >= 1):
            raise ValueError(f"Invalid k value: {k}")
        if not (isinstance(alpha, int | float) and 0 <= alpha <= 1):
            raise ValueError(f"Invalid alpha value: {alpha}")
        self.optimizer, self.k, self.alpha = optimizer, k, alpha
        self.steps = 0
        defaults = dict(optimizer.defaults)
        self.__setstate__({"defaults": defaults, "state": defaultdict(dict)})

    @property
    def param_groups(self):  # type: ignore[override]
        return self.optimizer.param_groups

    def step(self, closure=None):
        weights = [w for g in self.param_groups for w in g["params"]]
        for w in weights:
            if w not in self.state:
                self.state[w]["slow"] = w.detach().clone()  # φ = θ
        loss = self.optimizer.step(closure)
        self.steps += 1
        if self.steps % self.k == 0:
            with torch.no_grad():
                for w in weights:
                    slow = self.state[w]["slow"]
                    slow.lerp_(w, self.alpha)  # φ = φ + α (θ - φ)  (25.1)
                    w.copy_(slow)  # θ = φ
        return loss

    # --8<-- [end:lookahead]

    def add_param_group(self, param_group: dict[str, Any]) -> None:
        """As the inner optimizer's: the groups are its own."""
        self.optimizer.add_param_group(param_group)

    def state_dict(self) -> dict[str, Any]:
        """Of the slow weights; in "fast" that of the inner optimizer."""
        fast = self.optimizer.state_dict()
        return {**super().state_dict(), "steps": self.steps, "fast": fast}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """With tensors of its own, not those of state_dict."""
        state_dict = copy.deepcopy(state_dict)
        self.optimizer.load_state_dict(state_dict.pop("fast"))
        self.steps = state_dict.pop("steps")
        super().load_state_dict(state_dict)

    def __getstate__(self) -> dict[str, Any]:
        names = ("optimizer", "k", "alpha", "steps", "defaults", "state")
        return {name: getattr(self, name) for name in names}

    def __setstate__(self, state: dict[str, Any]) -> None:
        # Sets up the hooks, too. The groups are the inner optimizer's.
        own = {name: x for name, x in state.items() if name != "param_groups"}
        super().__setstate__(own)
