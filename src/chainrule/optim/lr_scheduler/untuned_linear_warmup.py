"""The warm-up for Adam that has nothing to tune (Ma and Yarats, 2021)."""

from chainrule.optim.lr_scheduler.schedule import Schedule


# --8<-- [start:untuned-linear-warmup]
class UntunedLinearWarmup(Schedule):
    """Linear warm-up over 2 / (1 - β₂) steps, β₂ as the optimizer has it.

    Ma and Yarats (2021), arXiv:1910.04209: nearly what RAdam does, without
    its formulas. All groups follow the β₂ of the first. torch has no such
    class. Raises ValueError for an optimizer without betas and for β₂
    outside [0, 1).
    """

    def __init__(self, optimizer, last_epoch=-1):
        betas = optimizer.param_groups[0].get("betas")
        self.require(betas is not None, betas=betas)
        self.require(0 <= betas[1] < 1, beta2=betas[1])
        self.beta2 = float(betas[1])
        super().__init__(optimizer, last_epoch)

    def rate(self, t, lr):
        return lr * min(1, (1 - self.beta2) / 2 * (t + 1))  # (26.11)


# --8<-- [end:untuned-linear-warmup]

UntunedLinearWarmup.rising = True
