"""Nesterov's accelerated gradient (1983), as momentum that looks ahead."""

from chainrule.optim.engine import Optimizer, kernels


# --8<-- [start:nesterov]
class Nesterov(Optimizer):
    """Momentum whose gradient is taken where the movement leads.

    Sutskever et al. (2013), equations 3 and 4, at θ + μ m: the parameters
    w are kept at this point, so that g is an ordinary gradient.
    The movement is m, momentum is μ (constant), lr is η.
    Raises ValueError for a negative or undefined lr or momentum.

    torch.optim.SGD(momentum=μ, nesterov=True) takes the same path while
    lr is constant; TorchNesterov is the same for every lr. Where μ
    changes, the old one looks ahead: nesterov_no_copy in scratch is exact.
    """

    def update(self, w, g, m, *, lr=1e-3, momentum=0.9):
        m.mul_(momentum).sub_(g, alpha=lr)  # (21.14): m = μ m - η g
        w.add_(m, alpha=momentum).sub_(g, alpha=lr)  # (21.18): w + μ m - η g


# --8<-- [end:nesterov]

Nesterov.kernel = kernels.nesterov
Nesterov.instead = {
    "nesterov": "it is this class",
    "momentum_buffer": "TorchNesterov goes on from torch's",
}
