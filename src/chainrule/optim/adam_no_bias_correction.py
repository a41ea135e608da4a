"""Adam without its bias correction (Kingma and Ba, 2015, section 6.4)."""

from chainrule.optim.engine import Optimizer, kernels


# --8<-- [start:adam-no-bias-correction]
class AdamNoBiasCorrection(Optimizer):
    """Momentum m over the root of the mean square v, both from zero.

    lr is η, betas are β₁ and β₂, eps is ε. Kingma and Ba (2015),
    arXiv:1412.6980, Algorithm 1 without m̂ and v̂; their section 6.4
    compares the two.
    Raises ValueError for a negative or undefined lr or eps and for
    betas outside [0, 1).

    torch has no such class; at large t it is torch.optim.Adam.
    """

    def update(self, w, g, m, v, *, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        beta1, beta2 = betas
        m.lerp_(g, 1 - beta1)  # m = β₁ m + (1 - β₁) g (23.1)
        v.mul_(beta2).addcmul_(g, g, value=1 - beta2)  # mean of g² (23.2)
        w.addcdiv_(m, v.sqrt().add_(eps), value=-lr)  # - η m / (√v + ε) (23.6)


# --8<-- [end:adam-no-bias-correction]

AdamNoBiasCorrection.kernel = kernels.adam_no_bias_correction
