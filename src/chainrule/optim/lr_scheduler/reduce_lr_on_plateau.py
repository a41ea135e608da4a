"""Lower the rate when the held-out loss no longer improves."""

# --8<-- [start:reduce-on-plateau]
import math

from chainrule.optim.lr_scheduler.watcher import Watcher


class ReduceLROnPlateau(Watcher):
    """Multiply the rate by factor when there was no new best for too long.

    step(metrics) takes the held-out loss of the epoch; mode="max" is for
    what should rise. A new best is better than the best so far by more
    than threshold times its size, or by more than threshold itself if
    threshold_mode is "abs". After more than patience epochs without one
    the rate is lowered, but not below min_lr and not by eps or less; the
    next cooldown epochs do not count.

    Equals torch.optim.lr_scheduler.ReduceLROnPlateau for positive losses;
    with a negative best torch takes a little worse for better. Raises
    ValueError for numbers out of range and unknown modes.
    """

    def __init__(
        self,
        optimizer,
        mode="min",
        factor=0.1,
        patience=10,
        threshold=1e-4,
        threshold_mode="rel",
        cooldown=0,
        min_lr=0.0,
        eps=1e-8,
    ):
        self.mode, self.threshold_mode = mode, threshold_mode
        self.factor, self.patience = factor, patience
        self.threshold, self.cooldown = threshold, cooldown
        self.min_lr, self.eps = min_lr, eps
        _require_sense(self, optimizer)
        self.best = math.inf if mode == "min" else -math.inf
        self.num_bad_epochs = self.cooldown_counter = 0
        super().__init__(optimizer)

    def slow(self, loss):
        if self.better(loss):
            self.best, self.num_bad_epochs = loss, 0
        else:
            self.num_bad_epochs += 1
        if self.cooldown_counter > 0:
            self.cooldown_counter -= 1
            self.num_bad_epochs = 0
        if self.num_bad_epochs <= self.patience:
            return False
        self.cooldown_counter, self.num_bad_epochs = self.cooldown, 0
        return True

    def better(self, loss):
        sign, margin = 1 if self.mode == "min" else -1, self.threshold
        if self.threshold_mode == "rel":  # best - sign τ |best|
            margin = math.copysign(margin, self.best)
            goal = self.best * (1 - sign * margin)
        else:
            goal = self.best - sign * margin
        return sign * loss < sign * goal  # (26.9)

    def lowered(self, lrs):
        lows = self.per_group(self.optimizer, min_lr=self.min_lr)
        pairs = zip(lrs, lows, strict=True)
        new = [max(lr * self.factor, low) for lr, low in pairs]
        pairs = zip(lrs, new, strict=True)
        return [b if a - b > self.eps else a for a, b in pairs]


# --8<-- [end:reduce-on-plateau]


def _require_sense(given, optimizer):
    """Raise ValueError for numbers out of range and unknown modes."""
    require = given.require
    tops = {"rel": 1.0, "abs": float("inf")}
    require(given.mode in ("min", "max"), mode=given.mode)
    known = given.threshold_mode in tops
    require(known, threshold_mode=given.threshold_mode)
    require(0 < given.factor < 1, factor=given.factor)
    require(given.patience >= 0, patience=given.patience)
    fits = 0 <= given.threshold < tops[given.threshold_mode]
    require(fits, threshold=given.threshold)
    require(given.cooldown >= 0, cooldown=given.cooldown)
    require(given.eps >= 0, eps=given.eps)
    for low in given.per_group(optimizer, min_lr=given.min_lr):
        require(low >= 0, min_lr=low)
