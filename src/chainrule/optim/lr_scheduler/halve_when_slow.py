"""Halve the rate when the training loss falls too slowly."""

# --8<-- [start:halve-when-slow]
from chainrule.optim.lr_scheduler.watcher import Watcher


class HalveWhenSlow(Watcher):
    """Halve η after each epoch in which the loss fell too little.

    step(metrics) takes the training loss L of the epoch. Too little is less
    than threshold times the size of the loss before:
    L_before - L < τ |L_before|; so is a loss that rises or is NaN. The
    notes' rule, made exact. torch has no such class. It has to be told
    losses, so SequentialLR cannot lead it.
    Raises ValueError unless 0 < threshold < 1.
    """

    def __init__(self, optimizer, threshold=0.01):
        self.require(0 < threshold < 1, threshold=threshold)
        self.threshold, self.before = threshold, None
        super().__init__(optimizer)

    def slow(self, loss):
        before, self.before = self.before, loss
        if before is None:  # the first: slow if it is NaN
            return loss != loss
        return not before - loss >= self.threshold * abs(before)  # (26.7)

    def lowered(self, lrs):
        return [lr / 2 for lr in lrs]


# --8<-- [end:halve-when-slow]
