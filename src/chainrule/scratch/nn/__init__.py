"""Layers and losses of arrays: as functions, and as parts of a network."""

from chainrule.scratch.nn.activation.hardsigmoid import hardsigmoid, ramp
from chainrule.scratch.nn.activation.leaky_relu import (
    LeakyReLU,
    leaky_relu,
    leaky_relu_derivative,
)
from chainrule.scratch.nn.activation.maxout import Maxout
from chainrule.scratch.nn.activation.prelu import PReLU
from chainrule.scratch.nn.activation.relu import ReLU, relu, relu_derivative
from chainrule.scratch.nn.activation.sigmoid import (
    Sigmoid,
    sigmoid,
    sigmoid_derivative,
)
from chainrule.scratch.nn.activation.softmax import softmax, softmax_jacobian
from chainrule.scratch.nn.activation.tanh import Tanh, tanh, tanh_derivative
from chainrule.scratch.nn.attention.self_attention import SelfAttention
from chainrule.scratch.nn.base import Layer, Loss
from chainrule.scratch.nn.conv.conv2d import Conv2d
from chainrule.scratch.nn.conv.definition import conv2d_loops
from chainrule.scratch.nn.conv.im2col import col2im, im2col
from chainrule.scratch.nn.conv.locally_connected2d import LocallyConnected2d
from chainrule.scratch.nn.conv.sizes import (
    conv_output_size,
    receptive_field_size,
)
from chainrule.scratch.nn.dropout import Dropout
from chainrule.scratch.nn.dropout_scaled_at_test import DropoutScaledAtTest
from chainrule.scratch.nn.embedding import Embedding
from chainrule.scratch.nn.linear import Linear
from chainrule.scratch.nn.loss.bernoulli import bernoulli_log_prob
from chainrule.scratch.nn.loss.binary_cross_entropy import (
    BCEWithLogitsLoss,
    binary_cross_entropy,
    binary_cross_entropy_gradient,
    binary_cross_entropy_with_logits,
    binary_cross_entropy_with_logits_gradient,
)
from chainrule.scratch.nn.loss.cross_entropy import (
    cross_entropy,
    cross_entropy_gradient,
    cross_entropy_with_logits,
    cross_entropy_with_logits_gradient,
    log_softmax,
)
from chainrule.scratch.nn.loss.gaussian_nll import (
    gaussian_nll,
    gaussian_nll_gradient,
    normal_pdf,
)
from chainrule.scratch.nn.loss.half_squared_error import (
    HalfSquaredErrorLoss,
    half_squared_error,
    half_squared_error_gradient,
)
from chainrule.scratch.nn.loss.hinge import hinge, hinge_gradient
from chainrule.scratch.nn.loss.huber import huber, huber_gradient
from chainrule.scratch.nn.loss.l1 import l1, l1_gradient
from chainrule.scratch.nn.loss.mse import MSELoss, mse, mse_gradient
from chainrule.scratch.nn.loss.softmax_cross_entropy import (
    CrossEntropyLoss,
)
from chainrule.scratch.nn.loss.zero_one import zero_one
from chainrule.scratch.nn.norm.batch_norm import BatchNorm1d, BatchNorm2d
from chainrule.scratch.nn.norm.group_norm import GroupNorm
from chainrule.scratch.nn.norm.instance_norm import InstanceNorm2d
from chainrule.scratch.nn.norm.layer_norm import LayerNorm
from chainrule.scratch.nn.norm.normalize import normalize, normalize_backward
from chainrule.scratch.nn.norm.rms_norm import RMSNorm
from chainrule.scratch.nn.pool.avg_pool2d import AvgPool2d
from chainrule.scratch.nn.pool.max_pool2d import MaxPool2d, MinPool2d
from chainrule.scratch.nn.sequential import Sequential

__all__ = [
    "AvgPool2d",
    "BCEWithLogitsLoss",
    "BatchNorm1d",
    "BatchNorm2d",
    "Conv2d",
    "CrossEntropyLoss",
    "Dropout",
    "DropoutScaledAtTest",
    "Embedding",
    "GroupNorm",
    "HalfSquaredErrorLoss",
    "InstanceNorm2d",
    "Layer",
    "LayerNorm",
    "LeakyReLU",
    "Linear",
    "LocallyConnected2d",
    "Loss",
    "MSELoss",
    "MaxPool2d",
    "Maxout",
    "MinPool2d",
    "PReLU",
    "RMSNorm",
    "ReLU",
    "SelfAttention",
    "Sequential",
    "Sigmoid",
    "Tanh",
    "bernoulli_log_prob",
    "binary_cross_entropy",
    "binary_cross_entropy_gradient",
    "binary_cross_entropy_with_logits",
    "binary_cross_entropy_with_logits_gradient",
    "col2im",
    "conv2d_loops",
    "conv_output_size",
    "cross_entropy",
    "cross_entropy_gradient",
    "cross_entropy_with_logits",
    "cross_entropy_with_logits_gradient",
    "gaussian_nll",
    "gaussian_nll_gradient",
    "half_squared_error",
    "half_squared_error_gradient",
    "hardsigmoid",
    "hinge",
    "hinge_gradient",
    "huber",
    "huber_gradient",
    "im2col",
    "l1",
    "l1_gradient",
    "leaky_relu",
    "leaky_relu_derivative",
    "log_softmax",
    "mse",
    "mse_gradient",
    "normal_pdf",
    "normalize",
    "normalize_backward",
    "ramp",
    "receptive_field_size",
    "relu",
    "relu_derivative",
    "sigmoid",
    "sigmoid_derivative",
    "softmax",
    "softmax_jacobian",
    "tanh",
    "tanh_derivative",
    "zero_one",
]
