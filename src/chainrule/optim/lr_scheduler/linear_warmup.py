"""Linear warm-up."""

from chainrule.optim.lr_scheduler.schedule import Schedule


# --8<-- [start:linear-warmup]
class LinearWarmup(Schedule):
    """η min(1, (t + 1) / T_w) with T_w = total_iters, then constant.

    The first step already takes η / T_w, the last of the T_w takes η.
    torch's LinearLR(start_factor=1 / T_w, total_iters=T_w - 1) is the same.
    Raises ValueError unless total_iters >= 1.
    """

    def __init__(self, optimizer, total_iters, last_epoch=-1):
        self.require(total_iters >= 1, total_iters=total_iters)
        self.total_iters = total_iters
        super().__init__(optimizer, last_epoch)

    def rate(self, t, lr):
        return lr * min(1, (t + 1) / self.total_iters)  # (26.10)


# --8<-- [end:linear-warmup]

LinearWarmup.rising = True
