"""Halve the rate when the training loss falls too slowly."""

from chainrule.optim.lr_scheduler.schedule import Schedule


# --8<-- [start:halve-when-slow]
class HalveWhenSlow(Schedule):
    """η / 2ʰ, where h counts the epochs in which the loss fell too little.

    step(metrics) takes the training loss L of the epoch. Too little is less
    than threshold times the loss before: L_before - L < τ L_before; so is
    a loss that rises or is NaN. The notes' rule, made exact. torch has no
    such class. It has to be told losses, so SequentialLR cannot lead it.
    Raises ValueError unless 0 < threshold < 1.
    """

    def __init__(self, optimizer, threshold=0.01):
        self.require(0 < threshold < 1, threshold=threshold)
        self.threshold, self.before, self.halvings = threshold, float("inf"), 0
        super().__init__(optimizer)

    def step(self, metrics=None):
        if self.last_epoch >= 0:  # torch makes the first call itself
            loss = float(metrics)
            if not loss <= (1 - self.threshold) * self.before:
                self.halvings += 1
            self.before = loss
        super().step()

    def rate(self, t, lr):
        return lr / 2**self.halvings


# --8<-- [end:halve-when-slow]
