"""Optimizers under torch.optim's names."""

from chainrule.optim.adagrad import Adagrad
from chainrule.optim.adam import Adam
from chainrule.optim.adam_no_bias_correction import AdamNoBiasCorrection
from chainrule.optim.adamw import AdamW
from chainrule.optim.gradient_noise import GradientNoise
from chainrule.optim.lars import LARS
from chainrule.optim.momentum import Momentum
from chainrule.optim.nesterov import Nesterov
from chainrule.optim.rms_normalized_sgd import RMSNormalizedSGD
from chainrule.optim.rmsprop import RMSprop
from chainrule.optim.rmsprop_warm_start import RMSpropWarmStart
from chainrule.optim.sgd import SGD
