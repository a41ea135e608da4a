"""A momentum coefficient that grows while the training settles."""

# --8<-- [start:linear-momentum]
from chainrule.optim.lr_scheduler.scheduler import Scheduler


class LinearMomentum(Scheduler):
    """Moves μ from start to end in total_iters equal steps, then keeps it.

    Scheduler writes it as momentum into each group, or as betas[0] where
    the optimizer is one of Adam's family; the learning rate is left alone,
    so that it can run beside a schedule of the rate. Call step() as often
    as total_iters counts: after each batch, or after each epoch.
    Raises ValueError for start or end outside [0, 1), total_iters < 1,
    and an optimizer without momentum.

    torch has no such class; its OneCycleLR and CyclicLR do move momentum,
    but against a rate of their own.
    """

    def __init__(
        self, optimizer, start=0.5, end=0.9, total_iters=5, last_epoch=-1
    ):
        self.require(0 <= start < 1, start=start)
        self.require(0 <= end < 1, end=end)
        self.require(total_iters >= 1, total_iters=total_iters)
        self.require_momentum(optimizer)
        self.start, self.end = start, end
        self.total_iters = total_iters
        super().__init__(optimizer, last_epoch)

    def get_momentum(self):
        done = min(self.last_epoch, self.total_iters) / self.total_iters
        return self.start + (self.end - self.start) * done  # (21.13)


# --8<-- [end:linear-momentum]
