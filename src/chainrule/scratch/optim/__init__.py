"""Optimizers as literal formulas, one per file.

``gradient_descent`` and ``newton`` walk the whole way, ``lookahead`` is what is
added to a step of another, ``nesterov_look_ahead`` asks for the
gradient at a place of its own. The others do one step: from the weights w,
their gradient g, the buffers and, where it matters, the number of the step, to
the new weights and buffers. The dtype follows the arrays.
"""

from chainrule.scratch.optim.adabound import adabound
from chainrule.scratch.optim.adagrad import adagrad
from chainrule.scratch.optim.adam import adam
from chainrule.scratch.optim.adam_no_bias_correction import (
    adam_no_bias_correction,
)
from chainrule.scratch.optim.adamw import adamw
from chainrule.scratch.optim.amsbound import amsbound
from chainrule.scratch.optim.amsgrad import amsgrad
from chainrule.scratch.optim.amsgrad_paper import amsgrad_paper
from chainrule.scratch.optim.gradient_descent import gradient_descent
from chainrule.scratch.optim.gradient_noise import gradient_noise
from chainrule.scratch.optim.lars import lars
from chainrule.scratch.optim.lookahead import lookahead
from chainrule.scratch.optim.momentum import momentum
from chainrule.scratch.optim.momentum_sgd import MomentumSGD
from chainrule.scratch.optim.nadam import nadam
from chainrule.scratch.optim.nadam_constant import nadam_constant
from chainrule.scratch.optim.nadam_paper import nadam_paper
from chainrule.scratch.optim.nesterov import nesterov
from chainrule.scratch.optim.nesterov_look_ahead import nesterov_look_ahead
from chainrule.scratch.optim.nesterov_no_copy import nesterov_no_copy
from chainrule.scratch.optim.newton import newton, newton_step
from chainrule.scratch.optim.proximal_sgd import (
    proximal_sgd,
    soft_threshold,
)
from chainrule.scratch.optim.radam import radam
from chainrule.scratch.optim.radam_paper import radam_paper
from chainrule.scratch.optim.rms_normalized_sgd import rms_normalized_sgd
from chainrule.scratch.optim.rmsprop import rmsprop
from chainrule.scratch.optim.rmsprop_warm_start import rmsprop_warm_start
from chainrule.scratch.optim.sgd import sgd
from chainrule.scratch.optim.sgdw import sgdw
from chainrule.scratch.optim.swats import swats
from chainrule.scratch.optim.torch_momentum import torch_momentum
from chainrule.scratch.optim.torch_nesterov import torch_nesterov
