"""Cyclical learning rates (Smith, 2017)."""

from chainrule.optim.lr_scheduler.schedule import Schedule


# --8<-- [start:cyclic]
class CyclicLR(Schedule):
    """Up from base_lr to max_lr in step_size_up steps, down again, repeat.

    Smith (2017), arXiv:1506.01186. mode "triangular" repeats itself,
    "triangular2" halves the height after each cycle, "exp_range"
    multiplies it by gamma at each step. The momentum (or β₁) goes the other
    way, from max_momentum to base_momentum; in the paper it rests, as with
    cycle_momentum=False.

    Equals torch.optim.lr_scheduler.CyclicLR but for scale_fn, which must be
    None. The bounds, one pair or one for each group, replace the optimizer's
    rate. Raises ValueError unless 0 <= base_lr <= max_lr, the same of the
    momenta, below 1, both sizes > 0 and 0 < gamma <= 1, for an unknown mode,
    and where cycle_momentum finds neither momentum nor betas.
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
        scale_fn=None,
        scale_mode="cycle",
        cycle_momentum=True,
        base_momentum=0.8,
        max_momentum=0.9,
        last_epoch=-1,
    ):
        self.base_lr, self.max_lr = base_lr, max_lr
        self.base_momentum, self.max_momentum = base_momentum, max_momentum
        self.require(self.bounds(optimizer) and self.momenta(optimizer))
        self.up = step_size_up
        self.down = step_size_up if step_size_down is None else step_size_down
        self.require(self.up > 0, step_size_up=self.up)
        self.require(self.down > 0, step_size_down=self.down)
        self.require(0 < gamma <= 1, gamma=gamma)
        modes = "triangular", "triangular2", "exp_range"
        self.require(mode in modes, mode=mode)
        self.require(scale_fn is None, scale_fn=scale_fn)
        self.require_momentum(optimizer, cycle_momentum)
        self.mode, self.gamma = mode, gamma
        self.cycle_momentum = cycle_momentum
        super().__init__(optimizer, last_epoch)

    def bounds(self, optimizer):
        given = {"base_lr": self.base_lr, "max_lr": self.max_lr}
        return self.pairs(optimizer, **given)

    def rates(self):
        pairs = self.bounds(self.optimizer)
        return [self.rate(self.last_epoch, pair) for pair in pairs]

    def get_momentum(self):
        if not self.cycle_momentum:
            return None
        way, pairs = self.way(self.last_epoch), self.momenta(self.optimizer)
        return [high - (high - low) * way for low, high in pairs]

    def rate(self, t, bounds):
        low, high = bounds
        return low + (high - low) * self.way(t)  # (26.15)

    def way(self, t):
        cycle, s = divmod(t, self.up + self.down)
        way = min(s / self.up, (self.up + self.down - s) / self.down)
        if self.mode == "triangular2":
            way *= 0.5**cycle
        elif self.mode == "exp_range":
            way *= self.gamma**t
        return way


# --8<-- [end:cyclic]

CyclicLR.rising = True
