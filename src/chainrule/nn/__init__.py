"""Layers and losses under torch.nn's names and argument orders."""

from chainrule.nn.activation.hardsigmoid import Hardsigmoid
from chainrule.nn.activation.relu import ReLU
from chainrule.nn.activation.sigmoid import Sigmoid
from chainrule.nn.linear import Linear
from chainrule.nn.loss.mse import MSELoss
