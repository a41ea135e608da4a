"""NAdam (Dozat, 2016), with the schedule of its momentum."""

from chainrule.optim.engine import Optimizer
from chainrule.optim.engine.compat import Twin


# --8<-- [start:nadam]
class NAdam(Optimizer):
    """Adam with Nesterov's momentum, which grows from β₁/2 towards β₁.

    lr is η, betas are β₁ and β₂, eps is ε, momentum_decay is ψ. Dozat
    (2016), "Incorporating Nesterov Momentum into Adam", with the schedule
    of μ that Keras and torch took from it. total is 1 - μ₁ ⋯ μₜ.
    Raises ValueError for a negative or undefined lr, eps or
    momentum_decay and for betas outside [0, 1).

    Equals torch.optim.NAdam, also while a scheduler moves β₁. As there,
    μ is not the coefficient of m, which stays β₁: see NAdamConstant.
    """

    def update(
        self,
        w,
        g,
        m,
        v,
        total: float,
        t,
        *,
        lr=2e-3,
        betas=(0.9, 0.999),
        eps=1e-8,
        momentum_decay=4e-3,
    ):
        beta1, beta2 = betas
        mu = beta1 * (1 - 0.5 * 0.96 ** (t * momentum_decay))  # μₜ  (25.3)
        after = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * momentum_decay))  # μₜ₊₁
        total = 1 - mu * (1 - total)  # 1 - μ₁ ⋯ μₜ
        m.lerp_(g, 1 - beta1)  # m = β₁ m + (1 - β₁) g
        v.mul_(beta2).addcmul_(g, g, value=1 - beta2)  # v = β₂ v + (1 - β₂) g²
        root = v.sqrt().div_((1 - beta2**t) ** 0.5).add_(eps)  # √v̂ + ε
        w.addcdiv_(m, root, value=-lr * after / (1 - after * (1 - total)))
        w.addcdiv_(g, root, value=-lr * (1 - mu) / total)  # (25.4)
        return (total,)


# --8<-- [end:nadam]

NAdam.twin = Twin(
    "NAdam",
    {"exp_avg": "m", "exp_avg_sq": "v"},
    numbers={"mu_product": ("total", lambda mu: 1 - mu)},
)
