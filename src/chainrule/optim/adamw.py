"""AdamW: Adam with decoupled weight decay (Loshchilov and Hutter, 2019)."""

from chainrule.optim.engine import Optimizer, kernels
from chainrule.optim.engine.compat import Twin


# --8<-- [start:adamw]
class AdamW(Optimizer):
    """Adam whose weight decay does not pass through the gradient.

    lr is η, betas are β₁ and β₂, eps is ε, weight_decay is λ. Loshchilov
    and Hutter (2019), arXiv:1711.05101, Algorithm 2.
    Raises ValueError for a negative or undefined lr, eps or weight_decay
    and for betas outside [0, 1).

    Equals torch.optim.AdamW. The paper decays by λ times the schedule's
    multiplier alone; here, as in torch, by λ times the whole rate η.
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
        eps=1e-8,
        weight_decay=1e-2,
    ):
        beta1, beta2 = betas
        w.mul_(1 - lr * weight_decay)  # w = w - η λ w
        m.lerp_(g, 1 - beta1)  # m = β₁ m + (1 - β₁) g
        v.mul_(beta2).addcmul_(g, g, value=1 - beta2)  # v = β₂ v + (1 - β₂) g²
        rate = lr / (1 - beta1**t)  # η m̂ = rate m, as m̂ = m / (1 - β₁ᵗ)
        root = v.sqrt().div_((1 - beta2**t) ** 0.5)  # √v̂, v̂ = v / (1 - β₂ᵗ)
        w.addcdiv_(m, root.add_(eps), value=-rate)  # (25.7)


# --8<-- [end:adamw]

AdamW.kernel = kernels.adamw
AdamW.twin = Twin(
    "AdamW",
    {"exp_avg": "m", "exp_avg_sq": "v"},
    {"decoupled_weight_decay": True},
)
AdamW.instead = {"decoupled_weight_decay": "use Adam"}
