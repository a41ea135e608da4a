"""AMSBound (Luo, Xiong, Liu and Sun, 2019)."""

from chainrule.optim.engine import Optimizer


# --8<-- [start:amsbound]
class AMSBound(Optimizer):
    """AMSGrad whose rate of each weight is clipped, as that of AdaBound.

    lr is η, betas are β₁ and β₂, final_lr is η*, gamma is γ, eps is ε.
    Luo et al. (2019), arXiv:1902.09843, with the bias correction of their
    package (amsbound=True) and without the paper's 1/√t.
    Raises ValueError for a negative or undefined lr, final_lr, gamma or
    eps and for betas outside [0, 1).

    With γ = 0 it is torch.optim.Adam(amsgrad=True). Where ε stands and
    what a scheduler changes: see AdaBound.
    """

    def update(
        self,
        w,
        g,
        m,
        v,
        v_max,
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
        v_max.clamp_min_(v)  # v_max = max(v_max, v)  (24.10)
        past = gamma * t
        lower = final_lr * (1 - 1 / (past + 1))  # (24.13)
        upper = final_lr * (1 + 1 / past) if past else float("inf")  # (24.14)
        root = v_max.sqrt().div_((1 - beta2**t) ** 0.5).add_(eps)
        rate = root.reciprocal_().mul_(lr / (1 - beta1**t))  # of m, not m̂
        rate.clamp_min_(lower).clamp_max_(upper)  # (24.17)
        w.addcmul_(rate, m, value=-1)  # w = w - rate m  (24.16)


# --8<-- [end:amsbound]
