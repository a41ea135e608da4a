"""Models that train by gradient.

>>> import torch
>>> model = MLP(3, widths=[8, 8], out_features=2)
>>> model(torch.zeros(5, 3)).shape
torch.Size([5, 2])
>>> sum(p.numel() for p in model.parameters())  # 3·8+8, 8·8+8, 8·2+2
122
"""

from chainrule.models.cascaded_logistic import CascadedLogistic
from chainrule.models.cnn import CNN
from chainrule.models.go_policy_net import GoPolicyNet
from chainrule.models.mlp import MLP
from chainrule.models.plain_net import PlainNet
from chainrule.models.relu_sum import ReLUSum
from chainrule.models.residual_net import ResidualNet
from chainrule.models.sigmoid_sum import SigmoidSum

__all__ = [
    "CNN",
    "MLP",
    "CascadedLogistic",
    "GoPolicyNet",
    "PlainNet",
    "ReLUSum",
    "ResidualNet",
    "SigmoidSum",
]
