"""Gradient descent with momentum in the form of torch.optim.SGD."""

from chainrule.optim.engine import Optimizer, kernels
from chainrule.optim.engine.compat import Twin


# --8<-- [start:torch-momentum]
class TorchMomentum(Optimizer):
    """Move by -lr times a sum b of all gradients that fades by momentum.

    The sum is b, momentum is μ, lr is η, so a new lr acts on all of b at
    once; in Momentum it acts on the gradients to come. Source: the
    documentation of torch.optim.SGD. Polyak's (1964) heavy ball is Momentum.
    Raises ValueError for a negative or undefined lr or momentum.

    Equals torch.optim.SGD(momentum=μ), also while lr or μ > 0 change.
    While μ = 0, b = g here; torch leaves its buffer as it was.
    """

    def update(self, w, g, b, *, lr=1e-3, momentum=0.9):
        b.mul_(momentum).add_(g)  # (21.5): b = μ b + g
        w.sub_(b, alpha=lr)  # (21.6): w = w - η b


# --8<-- [end:torch-momentum]

TorchMomentum.kernel = kernels.torch_momentum
TorchMomentum.twin = Twin("SGD", {"momentum_buffer": "b"})
TorchMomentum.instead = {"nesterov": "use TorchNesterov"}
