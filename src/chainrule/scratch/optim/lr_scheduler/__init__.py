"""Learning-rate schedules as functions of the step t, which counts from 0.

lr is the rate at the start, or the highest. t may be an array. The two rules
that watch a loss take its whole course instead.
"""

from chainrule.scratch.optim.lr_scheduler.cosine_annealing_lr import (
    cosine_annealing_lr,
)
from chainrule.scratch.optim.lr_scheduler.cosine_annealing_warm_restarts import (
    cosine_annealing_warm_restarts,
)
from chainrule.scratch.optim.lr_scheduler.cosine_warmup import cosine_warmup
from chainrule.scratch.optim.lr_scheduler.cyclic_lr import cyclic_lr
from chainrule.scratch.optim.lr_scheduler.exponential_lr import exponential_lr
from chainrule.scratch.optim.lr_scheduler.halve_when_slow import halve_when_slow
from chainrule.scratch.optim.lr_scheduler.inverse_sqrt_lr import inverse_sqrt_lr
from chainrule.scratch.optim.lr_scheduler.inverse_time_lr import inverse_time_lr
from chainrule.scratch.optim.lr_scheduler.linear_warmup import linear_warmup
from chainrule.scratch.optim.lr_scheduler.noam_lr import noam_lr
from chainrule.scratch.optim.lr_scheduler.one_cycle_lr import one_cycle_lr
from chainrule.scratch.optim.lr_scheduler.reduce_lr_on_plateau import (
    reduce_lr_on_plateau,
)
from chainrule.scratch.optim.lr_scheduler.step_lr import step_lr
from chainrule.scratch.optim.lr_scheduler.untuned_linear_warmup import (
    untuned_linear_warmup,
)
