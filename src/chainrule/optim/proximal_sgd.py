"""Proximal gradient descent for an L1 penalty: weights that are exactly 0."""

from chainrule.optim.engine import Optimizer


# --8<-- [start:proximal-sgd]
class ProximalSGD(Optimizer):
    """Gradient descent, then each weight nearer to 0 by lr * l1, or 0.

    For a loss without its penalty l1 * |w|₁. lr is η, l1 is λ₁; with
    weight_decay, which is coupled, it is the elastic net. Daubechies,
    Defrise and De Mol (2004), arXiv:math/0307152; torch has none.
    Raises ValueError for a negative or undefined lr or l1, in any group.
    """

    def update(self, w, g, *, lr=1e-3, l1=1e-2):
        w.sub_(g, alpha=lr)  # v = w - η g
        inside = w.clamp_min(-lr * l1).clamp_max_(lr * l1)
        w.sub_(inside)  # w = S(v, η λ₁)  (30.8)


# --8<-- [end:proximal-sgd]
