"""Layers and losses under torch.nn's names, argument orders and parameter names."""

from chainrule.nn.linear import Linear
from chainrule.nn.loss.mse import MSELoss
