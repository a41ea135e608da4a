"""Cyclical learning rates (Smith, 2017)."""

from chainrule.optim.lr_scheduler.schedule import Schedule


# --8<-- [start:cyclic]
class CyclicLR(Schedule):
    """Up from base_lr to max_lr in step_size_up steps, down again, repeat.

    Smith (2017), arXiv:1506.01186. mode "triangular" repeats itself,
    "triangular2" halves the height after each cycle, "exp_range"
    multiplies it by gamma at each step.

    Equals torch.optim.lr_scheduler.CyclicLR(cycle_momentum=False): has no
    scale_fn and leaves momentum alone, as the paper does. The bounds, one
    pair or one for each group, replace the optimizer's rate. Raises
    ValueError unless 0 <= base_lr <= max_lr, both sizes > 0 and
    0 < gamma <= 1, and for an unknown mode.
    """

    def __init__(
        self,
        optimizer,
        base_lr,
        max_lr,
        step_size_up=2000,
        step_size_down=None,
        mode="triangular",
        gamma=1.0,
        last_epoch=-1,
    ):
        low = self.per_group(optimizer, base_lr)
        high = self.per_group(optimizer, max_lr)
        self.bounds = [*zip(low, high, strict=True)]
        for a, b in self.bounds:
            self.require(0 <= a <= b, base_lr=a, max_lr=b)
        self.up = step_size_up
        self.down = step_size_up if step_size_down is None else step_size_down
        self.require(self.up > 0, step_size_up=self.up)
        self.require(self.down > 0, step_size_down=self.down)
        self.require(0 < gamma <= 1, gamma=gamma)
        modes = "triangular", "triangular2", "exp_range"
        self.require(mode in modes, mode=mode)
        self.mode, self.gamma = mode, gamma
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        return [self.rate(self.last_epoch, pair) for pair in self.bounds]

    def rate(self, t, bounds):
        low, high = bounds
        cycle, s = divmod(t, self.up + self.down)
        way = min(s / self.up, (self.up + self.down - s) / self.down)
        if self.mode == "triangular2":
            way *= 0.5**cycle
        elif self.mode == "exp_range":
            way *= self.gamma**t
        return low + (high - low) * way


# --8<-- [end:cyclic]
