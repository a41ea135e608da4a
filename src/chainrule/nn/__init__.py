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
from chainrule.nn.conv2d import Conv2d
from chainrule.nn.count_parameters import count_parameters
from chainrule.nn.dropout import Dropout
from chainrule.nn.dropout_scaled_at_test import DropoutScaledAtTest
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
from chainrule.nn.norm.batch_norm import BatchNorm1d, BatchNorm2d
from chainrule.nn.norm.fold_batch_norm import fold_batch_norm
from chainrule.nn.norm.group_norm import GroupNorm
from chainrule.nn.norm.instance_norm import InstanceNorm2d
from chainrule.nn.norm.layer_norm import LayerNorm
from chainrule.nn.norm.normalize import Normalize, normalize
from chainrule.nn.norm.rms_norm import RMSNorm
from chainrule.nn.pool.avg_pool2d import AvgPool2d
from chainrule.nn.pool.max_pool2d import MaxPool2d, MinPool2d
from chainrule.nn.sequential import Sequential
from chainrule.nn.spatial.affine_grid import affine_grid
from chainrule.nn.spatial.grid_sample import grid_sample
from chainrule.nn.spatial.spatial_transformer import SpatialTransformer

__all__ = [
    "AvgPool2d",
    "BCELoss",
    "BCEWithLogitsLoss",
    "BatchNorm1d",
    "BatchNorm2d",
    "Conv2d",
    "CrossEntropyLoss",
    "Dropout",
    "DropoutScaledAtTest",
    "GaussianNLLLoss",
    "GroupNorm",
    "HalfSquaredErrorLoss",
    "Hardsigmoid",
    "HingeLoss",
    "HuberLoss",
    "InstanceNorm2d",
    "L1Loss",
    "LayerNorm",
    "LeakyReLU",
    "Linear",
    "Loss",
    "MSELoss",
    "MaxPool2d",
    "Maxout",
    "MinPool2d",
    "Normalize",
    "PReLU",
    "RMSNorm",
    "ReLU",
    "Sequential",
    "Sigmoid",
    "Softmax",
    "SpatialTransformer",
    "Tanh",
    "affine_grid",
    "count_parameters",
    "fold_batch_norm",
    "grid_sample",
    "normalize",
]
