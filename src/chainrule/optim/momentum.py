"""Gradient descent with momentum (Polyak, 1964)."""

from chainrule.optim.engine import Optimizer, kernels


# --8<-- [start:momentum]
class Momentum(Optimizer):
    """Move by what is left of the last movement minus lr * gradient.

    The movement is m, momentum is μ, lr is η; the form of Sutskever et
    al. (2013), equations 1 and 2, of the method of Polyak (1964).
    Raises ValueError for a negative or undefined lr or momentum.

    torch.optim.SGD(momentum=μ) keeps b = μ b + g and moves by -lr b:
    the same path while lr is constant, since m = -lr b. A new lr
    rescales all of torch's b, but here only the gradients to come;
    TorchMomentum is torch's form.
    """

    def update(self, w, g, m, *, lr=1e-3, momentum=0.9):
        m.mul_(momentum).sub_(g, alpha=lr)  # (21.1): m = μ m - η g
        w.add_(m)  # (21.2): w = w + m


# --8<-- [end:momentum]

Momentum.kernel = kernels.momentum
Momentum.instead = {
    "nesterov": "use Nesterov",
    "momentum_buffer": "TorchMomentum goes on from torch's",
}
