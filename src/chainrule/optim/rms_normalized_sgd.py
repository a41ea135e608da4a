"""Gradient descent normalized by the root mean square of all gradients."""

from chainrule.optim.engine import Optimizer, kernels


# --8<-- [start:rms-normalized-sgd]
class RMSNormalizedSGD(Optimizer):
    """Divide by the root mean square of all gradients so far.

    lr is η, eps is ε, s is the sum of all squares. Notes A, B and E
    call it Adagrad, which has no mean, but the sum.
    Raises ValueError for a negative or undefined lr or eps.

    torch has no such class. With lr = η / √t it is Adagrad (eps = 0);
    with a constant lr the rates can grow, and the path can burst.
    """

    def update(self, w, g, s, t, *, lr=1e-2, eps=1e-8):
        s.addcmul_(g, g)  # s = s + g²
        sigma = s.div(t).sqrt_()  # σ = √(s / t) (22.5)
        w.addcdiv_(g, sigma.add_(eps), value=-lr)  # w = w - η g / (σ + ε)


# --8<-- [end:rms-normalized-sgd]

RMSNormalizedSGD.kernel = kernels.rms_normalized_sgd
