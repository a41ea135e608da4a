"""The schedule of the Transformer (Vaswani et al., 2017)."""

from chainrule.optim.lr_scheduler.schedule import Schedule


# --8<-- [start:noam]
class NoamLR(Schedule):
    """Linear warm-up, then the inverse square root of the step.

    Vaswani et al. (2017), arXiv:1706.03762, equation 3, whose step_num
    counts from 1: it is t + 1. The optimizer's lr is a factor in front;
    lr=1.0 gives the paper's rates. torch has no such class. Raises
    ValueError unless d_model > 0 and warmup_steps > 0.
    """

    def __init__(self, optimizer, d_model, warmup_steps=4000, last_epoch=-1):
        self.require(d_model > 0, d_model=d_model)
        self.require(warmup_steps > 0, warmup_steps=warmup_steps)
        self.d_model, self.warmup_steps = d_model, warmup_steps
        super().__init__(optimizer, last_epoch)

    def rate(self, t, lr):
        step = t + 1
        rise = step * self.warmup_steps**-1.5
        return lr * self.d_model**-0.5 * min(step**-0.5, rise)  # (26.13)


# --8<-- [end:noam]

NoamLR.rising = True  # lr is a factor
