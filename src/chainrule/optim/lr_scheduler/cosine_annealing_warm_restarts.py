"""SGDR: cosine annealing with warm restarts (Loshchilov and Hutter, 2017)."""

from chainrule.optim.lr_scheduler.schedule import Schedule

# isort: split
# --8<-- [start:warm-restarts]
import math


class CosineAnnealingWarmRestarts(Schedule):
    """Half a cosine from η to eta_min, and again, each T_mult times longer.

    Loshchilov and Hutter (2017), arXiv:1608.03983. Only the rate starts
    again: weights and optimizer go on. Equals torch's class of this name;
    its step(epoch) misses some restarts, since it finds their number by a
    logarithm (after 121 steps for T_0=1, T_mult=3). Raises ValueError
    unless T_0 and T_mult are integers from 1 on and eta_min >= 0.
    """

    def __init__(self, optimizer, T_0, T_mult=1, eta_min=0.0, last_epoch=-1):
        for name, value in {"T_0": T_0, "T_mult": T_mult}.items():
            whole = isinstance(value, int) and value >= 1
            self.require(whole, **{name: value})
        self.require(eta_min >= 0, eta_min=eta_min)
        self.T_0, self.T_mult, self.eta_min = T_0, T_mult, eta_min
        super().__init__(optimizer, last_epoch)

    def rate(self, t, lr):
        length = self.T_0
        if self.T_mult == 1:
            t %= length
        while t >= length:
            t, length = t - length, length * self.T_mult
        fall = (1 + math.cos(math.pi * t / length)) / 2  # from 1 to 0
        return self.eta_min + (lr - self.eta_min) * fall  # (26.16)


# --8<-- [end:warm-restarts]

CosineAnnealingWarmRestarts.rising = True  # to lr again, at each restart
