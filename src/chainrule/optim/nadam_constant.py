"""NAdam (Dozat, 2016), with a constant momentum."""

from chainrule.optim.engine import Optimizer


# --8<-- [start:nadam-constant]
class NAdamConstant(Optimizer):
    """Adam with Nesterov's momentum: the next step's m, as far as known.

    lr is η, betas are β₁ and β₂, eps is ε. Dozat (2016), "Incorporating
    Nesterov Momentum into Adam", with a constant μ = β₁.
    Raises ValueError for a negative or undefined lr or eps and for
    betas outside [0, 1).

    torch.optim.NAdam is this for an infinite momentum_decay only.
    """

    def update(self, w, g, m, v, t, *, lr=2e-3, betas=(0.9, 0.999), eps=1e-8):
        beta1, beta2 = betas
        m.lerp_(g, 1 - beta1)  # m = β₁ m + (1 - β₁) g
        v.mul_(beta2).addcmul_(g, g, value=1 - beta2)  # v = β₂ v + (1 - β₂) g²
        root = v.sqrt().div_((1 - beta2**t) ** 0.5).add_(eps)  # √v̂ + ε
        w.addcdiv_(m, root, value=-lr * beta1 / (1 - beta1 ** (t + 1)))
        w.addcdiv_(g, root, value=-lr * (1 - beta1) / (1 - beta1**t))  # (25.2)


# --8<-- [end:nadam-constant]
