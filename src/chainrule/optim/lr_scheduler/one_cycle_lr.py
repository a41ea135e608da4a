"""The 1cycle policy (Smith and Topin, 2017)."""

from chainrule.optim.lr_scheduler.schedule import Schedule

# isort: split
# --8<-- [start:one-cycle]
import math
from itertools import pairwise


class OneCycleLR(Schedule):
    """One cycle: warm-up to max_lr, annealing, and far down at the end.

    The rate starts at max_lr / div_factor and ends at that divided by
    final_div_factor; the momentum (or β₁) goes the other way. Smith and
    Topin (2017), arXiv:1708.07120, cycle in straight lines and fall at the
    end: anneal_strategy="linear", three_phase=True. The defaults are
    torch's and fastai's, two cosines.

    Equals torch.optim.lr_scheduler.OneCycleLR up to step total_steps - 1;
    at total_steps it keeps the last rate, where torch goes on below it.
    total_steps may be left to epochs times steps_per_epoch. max_lr and the
    momenta may be lists, one for each group. Raises ValueError for factors
    and momenta out of range, phases of no length, a step after total_steps,
    and where cycle_momentum finds neither momentum nor betas.
    """

    def __init__(
        self,
        optimizer,
        max_lr,
        total_steps=None,
        epochs=None,
        steps_per_epoch=None,
        pct_start=0.3,
        anneal_strategy="cos",
        cycle_momentum=True,
        base_momentum=0.85,
        max_momentum=0.95,
        div_factor=25.0,
        final_div_factor=1e4,
        three_phase=False,
        last_epoch=-1,
    ):
        given = {"epochs": epochs, "steps_per_epoch": steps_per_epoch}
        if total_steps is None and None not in given.values():
            total_steps = epochs * steps_per_epoch
        whole = isinstance(total_steps, int)
        self.require(whole, total_steps=total_steps, **given)
        self.max_lr, self.total_steps = max_lr, total_steps
        self.base_momentum, self.max_momentum = base_momentum, max_momentum
        for lr in self.per_group(optimizer, max_lr=max_lr):
            self.require(lr >= 0, max_lr=lr)
        self.require(div_factor >= 1, div_factor=div_factor)
        self.require(final_div_factor >= 1, final_div_factor=final_div_factor)
        self.require(self.momenta(optimizer))
        shapes = "cos", "linear"
        self.require(anneal_strategy in shapes, anneal_strategy=anneal_strategy)
        self.require_momentum(optimizer, cycle_momentum)
        self.anneal_strategy = anneal_strategy
        self.cycle_momentum = cycle_momentum
        # Knots: at this step, this part of max_lr, this part of the way
        # from max_momentum to base_momentum.
        peak, end = pct_start * total_steps - 1, total_steps - 1
        start, last = 1 / div_factor, 1 / div_factor / final_div_factor
        self.knots = [(0, start, 0), (peak, 1, 1), (end, last, 0)]
        if three_phase:
            self.knots.insert(2, (2 * peak, start, 0))
        for (a, _, _), (b, _, _) in pairwise(self.knots):
            self.require(a < b, total_steps=total_steps, pct_start=pct_start)
        super().__init__(optimizer, last_epoch)

    def at(self, t):
        """Part of max_lr and way of the momentum at step t."""
        self.require(
            t <= self.total_steps, step=t, total_steps=self.total_steps
        )
        t = min(t, self.total_steps - 1)
        pieces = pairwise(self.knots)
        (a, *start), (b, *end) = next(p for p in pieces if t <= p[1][0])
        way = (t - a) / (b - a)
        if self.anneal_strategy == "cos":
            way = (1 - math.cos(math.pi * way)) / 2  # (26.17)
        return [x + (y - x) * way for x, y in zip(start, end, strict=True)]

    def rate(self, t, max_lr):
        return max_lr * self.at(t)[0]

    def rates(self):
        lrs = self.per_group(self.optimizer, max_lr=self.max_lr)
        return [self.rate(self.last_epoch, lr) for lr in lrs]

    def get_momentum(self):
        if not self.cycle_momentum:
            return None
        way, pairs = self.at(self.last_epoch)[1], self.momenta(self.optimizer)
        return [high - (high - low) * way for low, high in pairs]


# --8<-- [end:one-cycle]

OneCycleLR.rising = True
