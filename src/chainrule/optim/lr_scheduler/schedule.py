"""What a learning-rate schedule is: a rate for each step, in closed form."""

# --8<-- [start:schedule]
from torch.optim.lr_scheduler import LRScheduler


class Schedule(LRScheduler):
    """A subclass is one formula: rate(t, lr), t steps after the start.

    lr is the rate that the optimizer was given for this group of
    parameters. The rate depends on t alone, so any step can be asked for.
    Unlike most of torch's schedules, which multiply what they find, these
    set the rate: ChainedScheduler would keep the last of them only.
    SequentialLR takes them. Raises ValueError for values of no sense.
    """

    def rate(self, t, lr):
        raise NotImplementedError

    def get_lr(self):
        return [self.rate(self.last_epoch, lr) for lr in self.base_lrs]

    def _get_closed_form_lr(self):  # SequentialLR asks for it at a seam
        return self.get_lr()

    def per_group(self, optimizer, value):
        """The value for each group, from one for all or one for each."""
        count = len(optimizer.param_groups)
        values = value if isinstance(value, list | tuple) else [value] * count
        self.require(len(values) == count, values=value, groups=count)
        return [*values]

    def require(self, fits, **given):
        """Raise ValueError with the name and value of what does not fit."""
        if not fits:
            said = ", ".join(f"{n}: {value}" for n, value in given.items())
            raise ValueError(f"{type(self).__name__}: invalid {said}")


# --8<-- [end:schedule]
