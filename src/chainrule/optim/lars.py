"""LARS: layer-wise adaptive rate scaling (You, Gitman and Ginsburg, 2017)."""

from chainrule.optim.engine import Optimizer, kernels


# --8<-- [start:lars]
class LARS(Optimizer):
    """Momentum whose rate is scaled, for each tensor, by |w| / |gradient|.

    lr is η, momentum is μ, weight_decay is λ, trust_coefficient is κ (the
    paper writes γ, m, β and η). You, Gitman and Ginsburg (2017),
    arXiv:1708.03888, Algorithm 1; its decaying lr is left to a scheduler.
    Raises ValueError for a negative or undefined hyperparameter.

    The paper says nothing of |w| = 0, which its formula never leaves, nor
    of 0 / 0: there the ratio is 1. torch has no LARS. timm and apex add
    1e-8 below, take 1 also where only the gradient is 0, and keep lr out
    of the buffer; timm scales no tensor without weight decay; MoCo v3
    divides by |g + λ w|. Biases belong into a group of another optimizer.
    """

    elementwise = False  # the norms are those of a whole tensor

    def update(
        self,
        w,
        g,
        m,
        *,
        lr=1.0,
        momentum=0.9,
        weight_decay=0.0,
        trust_coefficient=1e-3,
    ):
        size = w.norm().item()
        below = g.norm().item() + weight_decay * size
        r = trust_coefficient * size / below if size > 0 < below else 1.0
        m.mul_(momentum).sub_(g, alpha=lr * r)  # r of (20.11)
        if weight_decay:
            m.sub_(w, alpha=lr * r * weight_decay)  # - η r λ w (20.12)
        w.add_(m)  # w = w + m (20.13)


# --8<-- [end:lars]

LARS.kernel = kernels.lars
