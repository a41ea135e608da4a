"""SWATS: switching from Adam to SGD (Keskar and Socher, 2017)."""

from chainrule.optim.engine import Optimizer


# --8<-- [start:swats]
class SWATS(Optimizer):
    """Adam, until the rate of SGD that matches its steps settles; then SGD.

    lr is η, betas are β₁ and β₂, eps is ε, of the root and of the switch;
    average is λ, ratio is Λ/η, and 0 before the switch. Keskar and Socher
    (2017), arXiv:1712.07628, Algorithm 1, for each tensor by itself: the
    paper has one γ, Λ and switch for all weights, as one flat tensor has.
    As there, nothing but descent, p·g < 0, keeps Λ positive.
    Raises ValueError for a negative or undefined lr or eps and for betas
    outside [0, 1).

    Before the switch it is torch.optim.Adam(eps=1e-9); the paper adds ε to
    √v, not √v̂. Afterwards a scheduler of lr goes on, as in the paper's
    experiments: the rate is ratio lr, which is Λ while lr is constant.
    """

    elementwise = False  # the products p·p and p·g need all of w

    def update(
        self,
        w,
        g,
        m,
        v,
        average: float,
        ratio: float,
        t,
        *,
        lr=1e-3,
        betas=(0.9, 0.999),
        eps=1e-9,
    ):
        beta1, beta2 = betas
        if ratio:
            m.mul_(beta1).add_(g)  # m = β₁ m + g  (24.6)
            w.sub_(m, alpha=(1 - beta1) * ratio * lr)  # (24.7)
            return average, ratio
        m.lerp_(g, 1 - beta1)  # m = β₁ m + (1 - β₁) g
        v.mul_(beta2).addcmul_(g, g, value=1 - beta2)  # v = β₂ v + (1 - β₂) g²
        root = v.sqrt().div_((1 - beta2**t) ** 0.5).add_(eps)  # √v̂ + ε
        p = m.div(root).mul_(-lr / (1 - beta1**t))  # (24.1)
        w.add_(p)
        if slope := (p * g).sum().item():
            gamma = (p * p).sum().item() / -slope  # (24.2)
            average = beta2 * average + (1 - beta2) * gamma  # (24.3)
            rate = average / (1 - beta2**t)  # Λ, if now is the time  (24.5)
            if t > 1 and abs(rate - gamma) < eps:  # (24.4)
                ratio = rate / lr
                m.zero_()
        return average, ratio


# --8<-- [end:swats]
