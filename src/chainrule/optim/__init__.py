"""Optimizers under torch.optim's names."""

from chainrule.optim.adam import Adam
from chainrule.optim.adam_no_bias_correction import AdamNoBiasCorrection
from chainrule.optim.adamw import AdamW
from chainrule.optim.momentum import Momentum
from chainrule.optim.nesterov import Nesterov
from chainrule.optim.rmsprop import RMSprop
from chainrule.optim.sgd import SGD
from chainrule.optim.torch_momentum import TorchMomentum
from chainrule.optim.torch_nesterov import TorchNesterov
