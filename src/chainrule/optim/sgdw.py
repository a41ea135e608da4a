"""SGDW: momentum with decoupled weight decay (Loshchilov and Hutter, 2019)."""

from chainrule.optim.engine import Optimizer, kernels


# --8<-- [start:sgdw]
class SGDW(Optimizer):
    """Momentum whose weight decay does not pass through the movement.

    The movement is m, momentum is μ, lr is η, weight_decay is λ.
    Loshchilov and Hutter (2019), arXiv:1711.05101, Algorithm 1.
    Raises ValueError for a negative or undefined lr, momentum or
    weight_decay.

    torch.optim.SGD(weight_decay=λ) adds λ w to the gradient: the same for
    μ = 0 alone. The paper decays by λ times the schedule's multiplier;
    here, as in AdamW, by λ times the whole rate η.
    """

    def update(self, w, g, m, *, lr=1e-3, momentum=0.9, weight_decay=1e-2):
        w.mul_(1 - lr * weight_decay)  # w = w - η λ w
        m.mul_(momentum).sub_(g, alpha=lr)  # m = μ m - η g  (25.5)
        w.add_(m)  # w = w + m  (25.6)


# --8<-- [end:sgdw]

SGDW.kernel = kernels.sgdw
