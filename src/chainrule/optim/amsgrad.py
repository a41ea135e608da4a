"""AMSGrad (Reddi, Kale and Kumar, 2018), in the form of torch."""

from chainrule.optim.engine import Optimizer, kernels
from chainrule.optim.engine.compat import Twin


# --8<-- [start:amsgrad]
class AMSGrad(Optimizer):
    """Adam that divides by the root of the largest mean square so far.

    lr is η, betas are β₁ and β₂, eps is ε. Reddi et al. (2018),
    arXiv:1904.09237, Algorithm 2, with Adam's bias correction.
    Raises ValueError for a negative or undefined lr or eps and for
    betas outside [0, 1).

    Equals torch.optim.Adam(amsgrad=True): the maximum is over v, not v̂,
    and is corrected afterwards. The paper corrects nothing: AMSGradPaper.
    """

    def update(
        self, w, g, m, v, v_max, t, *, lr=1e-3, betas=(0.9, 0.999), eps=1e-8
    ):
        beta1, beta2 = betas
        m.lerp_(g, 1 - beta1)  # m = β₁ m + (1 - β₁) g
        v.mul_(beta2).addcmul_(g, g, value=1 - beta2)  # v = β₂ v + (1 - β₂) g²
        v_max.clamp_min_(v)  # v_max = max(v_max, v)  (24.10)
        rate = lr / (1 - beta1**t)  # η m̂ = rate m
        root = v_max.sqrt().div_((1 - beta2**t) ** 0.5)  # √(v_max / (1 - β₂ᵗ))
        w.addcdiv_(m, root.add_(eps), value=-rate)  # (24.11)


# --8<-- [end:amsgrad]

AMSGrad.kernel = kernels.amsgrad
AMSGrad.twin = Twin(
    "Adam",
    {"exp_avg": "m", "exp_avg_sq": "v", "max_exp_avg_sq": "v_max"},
    {"amsgrad": True},
)
AMSGrad.instead = {"amsgrad": "use Adam"}
