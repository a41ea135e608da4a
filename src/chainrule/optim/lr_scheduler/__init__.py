"""Schedules under the names of torch.optim.lr_scheduler.

A Schedule is a formula in the step t, so any step can be asked for.

>>> import torch
>>> optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)
>>> schedule = CosineAnnealingWarmRestarts(optimizer, T_0=10, T_mult=2)
>>> [round(schedule.rate(t, 0.1), 3) for t in (0, 5, 9, 10, 20, 30)]
[0.1, 0.05, 0.002, 0.1, 0.05, 0.1]
"""

from chainrule.optim.lr_scheduler.cosine_annealing_lr import CosineAnnealingLR
from chainrule.optim.lr_scheduler.cosine_annealing_warm_restarts import (
    CosineAnnealingWarmRestarts,
)
from chainrule.optim.lr_scheduler.cosine_warmup import CosineWarmup
from chainrule.optim.lr_scheduler.cyclic_lr import CyclicLR
from chainrule.optim.lr_scheduler.exponential_lr import ExponentialLR
from chainrule.optim.lr_scheduler.halve_when_slow import HalveWhenSlow
from chainrule.optim.lr_scheduler.inverse_sqrt_lr import InverseSqrtLR
from chainrule.optim.lr_scheduler.inverse_time_lr import InverseTimeLR
from chainrule.optim.lr_scheduler.linear_momentum import LinearMomentum
from chainrule.optim.lr_scheduler.linear_warmup import LinearWarmup
from chainrule.optim.lr_scheduler.noam_lr import NoamLR
from chainrule.optim.lr_scheduler.one_cycle_lr import OneCycleLR
from chainrule.optim.lr_scheduler.reduce_lr_on_plateau import ReduceLROnPlateau
from chainrule.optim.lr_scheduler.schedule import Schedule
from chainrule.optim.lr_scheduler.step_lr import StepLR
from chainrule.optim.lr_scheduler.untuned_linear_warmup import (
    UntunedLinearWarmup,
)

__all__ = [
    "CosineAnnealingLR",
    "CosineAnnealingWarmRestarts",
    "CosineWarmup",
    "CyclicLR",
    "ExponentialLR",
    "HalveWhenSlow",
    "InverseSqrtLR",
    "InverseTimeLR",
    "LinearMomentum",
    "LinearWarmup",
    "NoamLR",
    "OneCycleLR",
    "ReduceLROnPlateau",
    "Schedule",
    "StepLR",
    "UntunedLinearWarmup",
]
