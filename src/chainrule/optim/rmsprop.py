"""RMSProp (Tieleman and Hinton, 2012)."""

from chainrule.optim.engine import Optimizer, kernels
from chainrule.optim.engine.compat import Twin


# --8<-- [start:rmsprop]
class RMSprop(Optimizer):
    """Divide by the root of a running mean v of the squared gradients.

    lr is η, alpha is α, eps is ε. Tieleman and Hinton (2012), lecture 6e
    of "Neural Networks for Machine Learning", with α = 0.9 and no ε.
    Raises ValueError for a negative or undefined lr, alpha or eps.

    Equals torch.optim.RMSprop, which can also be centered or have a
    momentum. As there, v starts at zero, so first steps are long.
    """

    def update(self, w, g, v, *, lr=1e-2, alpha=0.99, eps=1e-8):
        v.mul_(alpha).addcmul_(g, g, value=1 - alpha)  # mean of g² (22.12)
        w.addcdiv_(g, v.sqrt().add_(eps), value=-lr)  # - η g / (√v + ε) (22.13)


# --8<-- [end:rmsprop]

RMSprop.kernel = kernels.rmsprop
RMSprop.twin = Twin("RMSprop", {"square_avg": "v"})
