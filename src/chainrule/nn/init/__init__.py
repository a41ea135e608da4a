"""Where weights start, under torch.nn.init's names and argument orders.

>>> import torch
>>> w = torch.empty(3, 100)
>>> kaiming_normal_(w, nonlinearity="relu") is w  # of deviation 0.1414
True
>>> calculate_gain("tanh")
1.6666666666666667
"""

from chainrule.nn.init.constant import constant_, ones_, zeros_
from chainrule.nn.init.fans import fan_in_and_fan_out
from chainrule.nn.init.gain import calculate_gain
from chainrule.nn.init.kaiming import kaiming_normal_, kaiming_uniform_
from chainrule.nn.init.random import normal_, uniform_
from chainrule.nn.init.xavier import xavier_normal_, xavier_uniform_

__all__ = [
    "calculate_gain",
    "constant_",
    "fan_in_and_fan_out",
    "kaiming_normal_",
    "kaiming_uniform_",
    "normal_",
    "ones_",
    "uniform_",
    "xavier_normal_",
    "xavier_uniform_",
    "zeros_",
]
