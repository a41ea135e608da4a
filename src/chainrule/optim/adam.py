"""Adam (Kingma and Ba, 2015)."""

from chainrule.optim.engine import Optimizer, kernels
from chainrule.optim.engine.compat import Twin


# --8<-- [start:adam]
class Adam(Optimizer):
    """Momentum m over the root of the mean square v, both unbiased.

    lr is η, betas are β₁ and β₂, eps is ε. Kingma and Ba (2015),
    arXiv:1412.6980, Algorithm 1, with torch's order of operations: its
    ε̂ is not used, ε is added to √v̂.
    Raises ValueError for a negative or undefined lr or eps and for
    betas outside [0, 1).

    Equals torch.optim.Adam; amsgrad is another algorithm.
    """

    def update(self, w, g, m, v, t, *, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        beta1, beta2 = betas
        m.lerp_(g, 1 - beta1)  # m = β₁ m + (1 - β₁) g (23.1)
        v.mul_(beta2).addcmul_(g, g, value=1 - beta2)  # mean of g² (23.2)
        rate = lr / (1 - beta1**t)  # so that rate m = η m̂ (23.3)
        root = v.sqrt().div_((1 - beta2**t) ** 0.5)  # √v̂ (23.4)
        w.addcdiv_(m, root.add_(eps), value=-rate)  # - η m̂ / (√v̂ + ε) (23.5)


# --8<-- [end:adam]

Adam.kernel = kernels.adam
Adam.twin = Twin("Adam", {"exp_avg": "m", "exp_avg_sq": "v"})
Adam.instead = {"amsgrad": "use AMSGrad", "decoupled_weight_decay": "use AdamW"}
