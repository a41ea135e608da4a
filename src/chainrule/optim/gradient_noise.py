"""Annealed Gaussian noise on the gradients (Neelakantan et al., 2015)."""

# --8<-- [start:gradient-noise]
import torch

from chainrule.optim.engine import options


class GradientNoise(torch.optim.Optimizer):
    """An optimizer, ours or torch's, whose gradients get fading noise.

    variance is σ₀², the η of Neelakantan et al. (2015), arXiv:1511.06807,
    who took 0.01, 0.3 or 1; gamma is γ; seed is for the noise alone.
    Raises ValueError for a variance or gamma that is negative, infinite
    or NaN, TypeError for what is no number and no optimizer, and
    RuntimeError for a sparse gradient, before any parameter has moved.

    torch has no such class. It steps in the optimizer's place; its groups
    are the optimizer's, so a scheduler may be given either. The noise is
    not seen in .grad: after a step each is the tensor that it was. A
    closure is called once.
    """

    def __init__(self, optimizer, variance=0.01, gamma=0.55, seed=0):
        if not isinstance(optimizer, torch.optim.Optimizer):
            raise TypeError(f"{type(optimizer).__name__} is no optimizer")
        options.require("variance", variance)
        options.require("gamma", gamma)
        self.optimizer, self.seed, self.t = optimizer, seed, 0
        self.variance, self.gamma = variance, gamma
        self.generators: dict[str, torch.Generator] = {}  # by device
        self.__setstate__({"defaults": dict(optimizer.defaults)})

    def step(self, closure=None):
        """One step on noisy gradients; returns what closure returns."""
        loss = closure and torch.enable_grad()(closure)()
        groups = self.optimizer.param_groups
        given = [p for group in groups for p in group["params"]]
        clean = [(p, p.grad) for p in given if p.grad is not None]
        if {g.layout for _, g in clean} - {torch.strided}:
            raise RuntimeError("sparse gradients are not supported")
        std = (self.variance / (1 + self.t) ** self.gamma) ** 0.5  # σ (27.2)
        noisy = [self._noise(g, std).add_(g.detach()) for _, g in clean]
        try:
            for (p, _), g in zip(clean, noisy, strict=True):
                p.grad = g  # g + σ z (27.3)
            self.optimizer.step()
            self.t += 1
        finally:
            for p, g in clean:
                p.grad = g
        return loss

    def _noise(self, g, std):
        device = str(g.device)
        if device not in self.generators:
            new = torch.Generator(device).manual_seed(self.seed)
            self.generators[device] = new
        generator = self.generators[device]
        return torch.empty_like(g).normal_(0, std, generator=generator)

    # --8<-- [end:gradient-noise]

    @property
    def param_groups(self):  # type: ignore[override]
        """The optimizer's own."""
        return self.optimizer.param_groups

    @property
    def state(self):  # type: ignore[override]
        """The optimizer's own."""
        return self.optimizer.state

    def add_param_group(self, param_group):
        """As the optimizer's: the groups are its own."""
        self.optimizer.add_param_group(param_group)

    def zero_grad(self, set_to_none=True):
        """As torch's."""
        self.optimizer.zero_grad(set_to_none)

    def state_dict(self):
        """What a run needs to go on with the same steps and the same noise."""
        return {"optimizer": self.optimizer.state_dict(), **self._noises()}

    def load_state_dict(self, state_dict):
        """Go on where state_dict was made."""
        self.optimizer.load_state_dict(state_dict["optimizer"])
        self._restore(state_dict)

    def _noises(self):
        states = {d: g.get_state() for d, g in self.generators.items()}
        return {
            "step": self.t,
            "variance": self.variance,
            "gamma": self.gamma,
            "seed": self.seed,
            "generators": states,
        }

    def _restore(self, noises):
        self.t, self.seed = noises["step"], noises["seed"]
        self.variance, self.gamma = noises["variance"], noises["gamma"]
        self.generators = {
            device: torch.Generator(device).set_state(state.cpu())
            for device, state in noises["generators"].items()
        }

    def __getstate__(self):
        kept = {"optimizer": self.optimizer, "defaults": self.defaults}
        return {**kept, "noises": self._noises()}

    def __setstate__(self, state):
        # Sets up the hooks, too. The groups are the inner optimizer's.
        own = {name: x for name, x in state.items() if name != "noises"}
        super().__setstate__(own)
        if "noises" in state:
            self._restore(state["noises"])
