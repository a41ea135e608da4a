"""Schedules under the names of torch.optim.lr_scheduler."""

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
