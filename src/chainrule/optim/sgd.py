"""Stochastic gradient descent without momentum (Robbins and Monro, 1951)."""

from chainrule.optim.engine import Optimizer, kernels
from chainrule.optim.engine.compat import Twin


# --8<-- [start:sgd]
class SGD(Optimizer):
    """w = w - lr * g, for every parameter w that has a gradient g.

    Raises ValueError for a negative or undefined lr, in any group.
    """

    def update(self, w, g, *, lr=1e-3):
        w.sub_(g, alpha=lr)  # (2.12)


# --8<-- [end:sgd]

SGD.kernel = kernels.sgd
SGD.undecayed = kernels.descend
SGD.twin = Twin("SGD")
SGD.instead = {
    "momentum": "use Momentum, or TorchMomentum for torch's own form",
    "nesterov": "use Nesterov, or TorchNesterov for torch's own form",
}
