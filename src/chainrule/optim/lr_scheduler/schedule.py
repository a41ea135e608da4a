"""What a learning-rate schedule is: a rate for each step, in closed form."""

# --8<-- [start:schedule]
from chainrule.optim.lr_scheduler.scheduler import Scheduler


class Schedule(Scheduler):
    """A subclass is one formula: rate(t, lr), t steps after the start.

    lr is the rate that the optimizer was given for this group of
    parameters. The rate depends on t alone, so any step can be asked for.
    Unlike most of torch's schedules, which multiply what they find, these
    set the rate: ChainedScheduler would keep the last of them only.
    SequentialLR takes them. Raises ValueError for values of no sense.

    Scheduler is torch's LRScheduler, and sees to groups that come later
    and to going on from a checkpoint.
    """

    def rate(self, t, lr):
        raise NotImplementedError

    def rates(self):
        return [self.rate(self.last_epoch, lr) for lr in self.base_lrs]


# --8<-- [end:schedule]
