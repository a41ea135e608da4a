"""Warm-up along half a cosine."""

from chainrule.optim.lr_scheduler.schedule import Schedule

# isort: split
# --8<-- [start:cosine-warmup]
import math


class CosineWarmup(Schedule):
    """From about 0 to η along half a cosine of total_iters steps.

    Starts and ends without a corner. torch has no such class; the rising
    part of its OneCycleLR has this form. Raises ValueError unless
    total_iters >= 1.
    """

    def __init__(self, optimizer, total_iters, last_epoch=-1):
        self.require(total_iters >= 1, total_iters=total_iters)
        self.total_iters = total_iters
        super().__init__(optimizer, last_epoch)

    def rate(self, t, lr):
        way = min(1, (t + 1) / self.total_iters)
        return lr * (1 - math.cos(math.pi * way)) / 2  # (26.12)


# --8<-- [end:cosine-warmup]

CosineWarmup.rising = True
