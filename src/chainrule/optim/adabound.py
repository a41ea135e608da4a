"""AdaBound (Luo, Xiong, Liu and Sun, 2019)."""

from chainrule.optim.engine import Optimizer


# --8<-- [start:adabound]
class AdaBound(Optimizer):
    """Adam whose rate of each weight is clipped, ever closer to final_lr.

    lr is η, betas are β₁ and β₂, final_lr is η*, gamma is γ (the paper's
    1 - β₂), eps is ε. Luo et al. (2019), arXiv:1902.09843, with the bias
    correction of their package and without the paper's 1/√t.
    Raises ValueError for a negative or undefined lr, final_lr, gamma or
    eps and for betas outside [0, 1). With γ = 0 it is torch.optim.Adam.

    The package adds ε to √v, here as in Adam to √v̂. A scheduler changes
    lr alone, so the bounds stay; the package scales final_lr with lr.
    """

    def update(
        self,
        w,
        g,
        m,
        v,
        t,
        *,
        lr=1e-3,
        betas=(0.9, 0.999),
        final_lr=0.1,
        gamma=1e-3,
        eps=1e-8,
    ):
        beta1, beta2 = betas
        m.lerp_(g, 1 - beta1)  # m = β₁ m + (1 - β₁) g
        v.mul_(beta2).addcmul_(g, g, value=1 - beta2)  # v = β₂ v + (1 - β₂) g²
        past = gamma * t
        lower = final_lr * (1 - 1 / (past + 1))  # (24.13)
        upper = final_lr * (1 + 1 / past) if past else float("inf")  # (24.14)
        root = v.sqrt().div_((1 - beta2**t) ** 0.5).add_(eps)  # √v̂ + ε
        rate = root.reciprocal_().mul_(lr / (1 - beta1**t))  # of m, not m̂
        rate.clamp_min_(lower).clamp_max_(upper)  # (24.15)
        w.addcmul_(rate, m, value=-1)  # w = w - rate m  (24.16)


# --8<-- [end:adabound]
