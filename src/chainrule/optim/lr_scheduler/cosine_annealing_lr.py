"""Half a cosine from the rate down to its minimum."""

from chainrule.optim.lr_scheduler.schedule import Schedule

# isort: split
# --8<-- [start:cosine-annealing]
import math


class CosineAnnealingLR(Schedule):
    """Falls from η to eta_min along half a cosine of T_max steps.

    Loshchilov and Hutter (2017), arXiv:1608.03983, without restarts. After
    T_max it rises again, as torch's does: train no longer than that.
    Equals torch.optim.lr_scheduler.CosineAnnealingLR, which computes each
    rate from the one before. Raises ValueError unless T_max > 0 and
    eta_min >= 0.
    """

    def __init__(self, optimizer, T_max, eta_min=0.0, last_epoch=-1):
        self.require(T_max > 0, T_max=T_max)
        self.require(eta_min >= 0, eta_min=eta_min)
        self.T_max, self.eta_min = T_max, eta_min
        super().__init__(optimizer, last_epoch)

    def rate(self, t, lr):
        fall = (1 + math.cos(math.pi * t / self.T_max)) / 2  # from 1 to 0
        return self.eta_min + (lr - self.eta_min) * fall  # (26.5)


# --8<-- [end:cosine-annealing]
