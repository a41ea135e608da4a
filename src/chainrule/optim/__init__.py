"""Optimizers under torch.optim's names, each one formula in `update`.

>>> import torch
>>> w = torch.tensor([3.0, -4.0], requires_grad=True)
>>> optimizer = Adam([w], lr=0.5)
>>> (w**2).sum().backward()
>>> optimizer.step()  # whatever the gradient, the first step is lr long
>>> w.tolist()
[2.5, -3.5]
"""

from chainrule.optim import lr_scheduler
from chainrule.optim.adabound import AdaBound
from chainrule.optim.adagrad import Adagrad
from chainrule.optim.adam import Adam
from chainrule.optim.adam_no_bias_correction import AdamNoBiasCorrection
from chainrule.optim.adamw import AdamW
from chainrule.optim.amsbound import AMSBound
from chainrule.optim.amsgrad import AMSGrad
from chainrule.optim.amsgrad_paper import AMSGradPaper
from chainrule.optim.decay_groups import decay_groups
from chainrule.optim.gradient_noise import GradientNoise
from chainrule.optim.lars import LARS
from chainrule.optim.lookahead import Lookahead
from chainrule.optim.momentum import Momentum
from chainrule.optim.nadam import NAdam
from chainrule.optim.nadam_constant import NAdamConstant
from chainrule.optim.nesterov import Nesterov
from chainrule.optim.proximal_sgd import ProximalSGD
from chainrule.optim.radam import RAdam
from chainrule.optim.radam_paper import RAdamPaper
from chainrule.optim.rms_normalized_sgd import RMSNormalizedSGD
from chainrule.optim.rmsprop import RMSprop
from chainrule.optim.rmsprop_warm_start import RMSpropWarmStart
from chainrule.optim.sgd import SGD
from chainrule.optim.sgdw import SGDW
from chainrule.optim.swats import SWATS
from chainrule.optim.torch_momentum import TorchMomentum
from chainrule.optim.torch_nesterov import TorchNesterov

__all__ = [
    "LARS",
    "SGD",
    "SGDW",
    "SWATS",
    "AMSBound",
    "AMSGrad",
    "AMSGradPaper",
    "AdaBound",
    "Adagrad",
    "Adam",
    "AdamNoBiasCorrection",
    "AdamW",
    "GradientNoise",
    "Lookahead",
    "Momentum",
    "NAdam",
    "NAdamConstant",
    "Nesterov",
    "ProximalSGD",
    "RAdam",
    "RAdamPaper",
    "RMSNormalizedSGD",
    "RMSprop",
    "RMSpropWarmStart",
    "TorchMomentum",
    "TorchNesterov",
    "decay_groups",
    "lr_scheduler",
]
