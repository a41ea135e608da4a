"""RAdam (Liu et al., 2020), with the threshold of torch."""

from chainrule.optim.engine import Optimizer, kernels
from chainrule.optim.engine.compat import Twin


# --8<-- [start:radam]
class RAdam(Optimizer):
    """Adam with a rate that is smaller while v rests on few gradients.

    At first, while v says too little, it is momentum (with m̂) alone.
    lr is η, betas are β₁ and β₂, eps is ε. Liu et al. (2020),
    arXiv:1908.03265, Algorithm 2, where ρ must be over 5.
    Raises ValueError for a negative or undefined lr or eps and for
    betas outside [0, 1).

    Equals torch.optim.RAdam, with its threshold of 5 on ρ (the paper: 4,
    see RAdamPaper). Unlike in Adam, ε is added to √v, not to √v̂.
    """

    def update(self, w, g, m, v, t, *, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        beta1, beta2 = betas
        m.lerp_(g, 1 - beta1)  # m = β₁ m + (1 - β₁) g
        v.mul_(beta2).addcmul_(g, g, value=1 - beta2)  # v = β₂ v + (1 - β₂) g²
        top = 2 / (1 - beta2) - 1  # ρ∞  (24.19)
        rho = top - 2 * t * beta2**t / (1 - beta2**t)  # (24.20)
        rate = lr / (1 - beta1**t)  # η m̂ = rate m
        if rho > 5:
            r = (rho - 4) * (rho - 2) * top / ((top - 4) * (top - 2) * rho)
            rate *= (r * (1 - beta2**t)) ** 0.5  # √r is the page's r  (24.21)
            w.addcdiv_(m, v.sqrt().add_(eps), value=-rate)  # (24.22)
        else:
            w.sub_(m, alpha=rate)  # w = w - η m̂  (24.23)


# --8<-- [end:radam]

RAdam.kernel = kernels.radam
RAdam.twin = Twin("RAdam", {"exp_avg": "m", "exp_avg_sq": "v"})
