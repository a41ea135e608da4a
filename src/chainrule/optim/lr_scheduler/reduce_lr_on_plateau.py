"""Lower the rate when the held-out loss no longer improves."""

from chainrule.optim.lr_scheduler.schedule import Schedule


# --8<-- [start:reduce-on-plateau]
class ReduceLROnPlateau(Schedule):
    """Multiply the rate by factor when there was no new best for too long.

    step(metrics) takes the held-out loss of the epoch. It is a new best if
    it is below (1 - threshold) times the best; after more than patience
    epochs without one the rate is lowered, but not below min_lr.

    Equals torch.optim.lr_scheduler.ReduceLROnPlateau(eps=0) in its modes
    "min" and "rel"; has no others (pass an error rate, not an accuracy)
    and no cooldown. SequentialLR cannot lead it. Raises ValueError unless
    0 < factor < 1, patience >= 0, 0 <= threshold < 1 and min_lr >= 0.
    """

    def __init__(
        self, optimizer, *, factor=0.1, patience=10, threshold=1e-4, min_lr=0.0
    ):
        self.require(0 < factor < 1, factor=factor)
        self.require(patience >= 0, patience=patience)
        self.require(0 <= threshold < 1, threshold=threshold)
        self.require(min_lr >= 0, min_lr=min_lr)
        self.factor, self.patience = factor, patience
        self.threshold, self.min_lr = threshold, min_lr
        self.best, self.bad_epochs, self.reductions = float("inf"), 0, 0
        super().__init__(optimizer)

    def step(self, metrics=None):
        if self.last_epoch >= 0:  # torch makes the first call itself
            self.watch(float(metrics))
        super().step()

    def watch(self, loss):
        if loss < (1 - self.threshold) * self.best:
            self.best, self.bad_epochs = loss, 0
        else:
            self.bad_epochs += 1
        if self.bad_epochs > self.patience:
            self.reductions += 1
            self.bad_epochs = 0

    def rate(self, t, lr):
        low = min(lr, self.min_lr)  # a rate below min_lr is left alone
        return max(lr * self.factor**self.reductions, low)


# --8<-- [end:reduce-on-plateau]
