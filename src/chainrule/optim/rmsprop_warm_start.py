"""RMSProp whose mean square starts at the first gradient's square."""

from chainrule.optim.engine import Optimizer, kernels


# --8<-- [start:rmsprop-warm-start]
class RMSpropWarmStart(Optimizer):
    """RMSProp with v = g² after the first gradient, as the notes have it.

    lr is η, alpha is α, eps is ε. The lecture's form of RMSProp
    (Tieleman and Hinton, 2012, lecture 6e): σ⁰ = |g⁰|, so that the
    first step is lr long instead of lr / √(1 - α).
    Raises ValueError for a negative or undefined lr, alpha or eps.

    torch.optim.RMSprop starts at v = 0. From the second gradient on
    the formula is the same, and so are the steps when t is large.
    """

    def update(self, w, g, v, t, *, lr=1e-2, alpha=0.99, eps=1e-8):
        alpha = alpha if t > 1 else 0  # v = g² at first (22.15)
        v.mul_(alpha).addcmul_(g, g, value=1 - alpha)  # v = α v + (1 - α) g²
        w.addcdiv_(g, v.sqrt().add_(eps), value=-lr)  # w = w - η g / (√v + ε)


# --8<-- [end:rmsprop-warm-start]

RMSpropWarmStart.kernel = kernels.rmsprop_warm_start
