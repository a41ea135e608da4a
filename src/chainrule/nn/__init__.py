"""Layers and losses under torch.nn's names and argument orders.

>>> import torch
>>> y, t = torch.tensor([1.0, 2.0, 4.0]), torch.tensor([1.0, 4.0, 4.0])
>>> MSELoss()(y, t), L1Loss(reduction="sum")(y, t)
(tensor(1.3333), tensor(2.))
>>> MSELoss()(y, t[:, None])  # torch.nn's broadcasts to nine errors
Traceback (most recent call last):
ValueError: shapes differ: input (3,), target (3, 1)
"""

from chainrule.nn.activation.hardsigmoid import Hardsigmoid
from chainrule.nn.activation.leaky_relu import LeakyReLU
from chainrule.nn.activation.maxout import Maxout
from chainrule.nn.activation.prelu import PReLU
from chainrule.nn.activation.relu import ReLU
from chainrule.nn.activation.sigmoid import Sigmoid
from chainrule.nn.activation.softmax import Softmax
from chainrule.nn.activation.tanh import Tanh
from chainrule.nn.linear import Linear
from chainrule.nn.loss.base import Loss
from chainrule.nn.loss.binary_cross_entropy import BCELoss, BCEWithLogitsLoss
from chainrule.nn.loss.cross_entropy import CrossEntropyLoss
from chainrule.nn.loss.gaussian_nll import GaussianNLLLoss
from chainrule.nn.loss.half_squared_error import HalfSquaredErrorLoss
from chainrule.nn.loss.hinge import HingeLoss
from chainrule.nn.loss.huber import HuberLoss
from chainrule.nn.loss.l1 import L1Loss
from chainrule.nn.loss.mse import MSELoss
from chainrule.nn.sequential import Sequential

__all__ = [
    "BCELoss",
    "BCEWithLogitsLoss",
    "CrossEntropyLoss",
    "GaussianNLLLoss",
    "HalfSquaredErrorLoss",
    "Hardsigmoid",
    "HingeLoss",
    "HuberLoss",
    "L1Loss",
    "LeakyReLU",
    "Linear",
    "Loss",
    "MSELoss",
    "Maxout",
    "PReLU",
    "ReLU",
    "Sequential",
    "Sigmoid",
    "Softmax",
    "Tanh",
]
