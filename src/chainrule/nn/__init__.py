"""Layers and losses under torch.nn's names and argument orders."""

from chainrule.nn.linear import Linear
from chainrule.nn.loss.mse import MSELoss
