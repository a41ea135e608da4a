"""Adagrad (Duchi, Hazan and Singer, 2011)."""

from chainrule.optim.engine import Optimizer, kernels
from chainrule.optim.engine.compat import Twin


# --8<-- [start:adagrad]
class Adagrad(Optimizer):
    """Divide by the root of the sum s of all squared gradients so far.

    lr is η, eps is ε. Duchi, Hazan and Singer (2011), JMLR 12, the
    diagonal form without projection; their δ is ε.
    Raises ValueError for a negative or undefined lr or eps.

    Equals torch.optim.Adagrad with lr_decay and initial_accumulator_value
    left at 0; both are refused here, and so are sparse gradients. As
    torch has them before eps, eps must be given by name.
    """

    by_name = ("eps",)

    def update(self, w, g, s, *, lr=1e-2, eps=1e-10):
        s.addcmul_(g, g)  # s = s + g² (22.7)
        w.addcdiv_(g, s.sqrt().add_(eps), value=-lr)  # - η g / (√s + ε) (22.8)


# --8<-- [end:adagrad]

Adagrad.kernel = kernels.adagrad
Adagrad.twin = Twin("Adagrad", {"sum": "s"})
