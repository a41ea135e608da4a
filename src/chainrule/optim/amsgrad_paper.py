"""AMSGrad (Reddi, Kale and Kumar, 2018), in the form of the paper."""

from chainrule.optim.engine import Optimizer, kernels


# --8<-- [start:amsgrad-paper]
class AMSGradPaper(Optimizer):
    """Momentum m over the root of the largest v so far, both from zero.

    lr is η, betas are β₁ and β₂, eps is ε. Reddi et al. (2018),
    arXiv:1904.09237, Algorithm 2 with constant β₁ and η and without its
    projection; the paper has no ε.
    Raises ValueError for a negative or undefined lr or eps and for
    betas outside [0, 1).

    torch.optim.Adam(amsgrad=True) corrects the bias of both: AMSGrad.
    """

    def update(
        self, w, g, m, v, v_max, *, lr=1e-3, betas=(0.9, 0.999), eps=1e-8
    ):
        beta1, beta2 = betas
        m.lerp_(g, 1 - beta1)  # m = β₁ m + (1 - β₁) g
        v.mul_(beta2).addcmul_(g, g, value=1 - beta2)  # v = β₂ v + (1 - β₂) g²
        v_max.clamp_min_(v)  # v_max = max(v_max, v)  (24.10)
        w.addcdiv_(m, v_max.sqrt().add_(eps), value=-lr)  # (24.12)


# --8<-- [end:amsgrad-paper]

AMSGradPaper.kernel = kernels.amsgrad_paper
