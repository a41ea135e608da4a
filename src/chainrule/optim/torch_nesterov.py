"""Nesterov's momentum in the form of torch.optim.SGD(nesterov=True)."""

from chainrule.optim.engine import Optimizer, kernels
from chainrule.optim.engine.compat import Twin


# --8<-- [start:torch-nesterov]
class TorchNesterov(Optimizer):
    """Nesterov's momentum with lr outside the fading sum b of gradients.

    The sum is b, momentum is μ, lr is η. Source: the documentation of
    torch.optim.SGD, after Sutskever et al. (2013).
    Raises ValueError for a negative or undefined lr or momentum.

    Equals torch.optim.SGD(momentum=μ, nesterov=True), also while lr or
    μ > 0 change; Nesterov takes the same path while lr is constant.
    """

    def update(self, w, g, b, *, lr=1e-3, momentum=0.9):
        b.mul_(momentum).add_(g)  # (21.5): b = μ b + g
        w.sub_(g.add(b, alpha=momentum), alpha=lr)  # (21.20)


# --8<-- [end:torch-nesterov]

TorchNesterov.kernel = kernels.torch_nesterov
TorchNesterov.twin = Twin("SGD", {"momentum_buffer": "b"}, {"nesterov": True})
TorchNesterov.instead = {"nesterov": "use TorchMomentum"}
