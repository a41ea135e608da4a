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
from chainrule.nn.attention.additive_score import AdditiveScore
from chainrule.nn.attention.conv_as_attention import (
    ShiftAttention,
    conv_as_attention,
)
from chainrule.nn.attention.dot_score import dot_score
from chainrule.nn.attention.graph_attention import GraphAttention
from chainrule.nn.attention.key_value_cache import KeyValueCache
from chainrule.nn.attention.masks import causal_mask
from chainrule.nn.attention.multihead_attention import MultiheadAttention
from chainrule.nn.attention.pixel_attention import PixelAttention
from chainrule.nn.attention.scaled_dot_product_attention import (
    scaled_dot_product_attention,
)
from chainrule.nn.attention.self_attention import SelfAttention
from chainrule.nn.attention.truncated_self_attention import (
    band_mask,
    truncated_self_attention,
)
from chainrule.nn.conv2d import Conv2d
from chainrule.nn.count_parameters import count_parameters
from chainrule.nn.dropout import Dropout
from chainrule.nn.dropout_scaled_at_test import DropoutScaledAtTest
from chainrule.nn.embedding import Embedding, embedding
from chainrule.nn.linear import Linear
from chainrule.nn.loss.base import Loss
from chainrule.nn.loss.binary_cross_entropy import BCELoss, BCEWithLogitsLoss
from chainrule.nn.loss.box_iou import generalized_box_iou
from chainrule.nn.loss.cross_entropy import CrossEntropyLoss
from chainrule.nn.loss.gaussian_nll import GaussianNLLLoss
from chainrule.nn.loss.half_squared_error import HalfSquaredErrorLoss
from chainrule.nn.loss.hinge import HingeLoss
from chainrule.nn.loss.huber import HuberLoss
from chainrule.nn.loss.l1 import L1Loss
from chainrule.nn.loss.mse import MSELoss
from chainrule.nn.loss.set_criterion import SetCriterion
from chainrule.nn.loss.set_matching import set_matching
from chainrule.nn.norm.batch_norm import BatchNorm1d, BatchNorm2d
from chainrule.nn.norm.fold_batch_norm import fold_batch_norm
from chainrule.nn.norm.group_norm import GroupNorm
from chainrule.nn.norm.instance_norm import InstanceNorm2d
from chainrule.nn.norm.layer_norm import LayerNorm
from chainrule.nn.norm.normalize import Normalize, normalize
from chainrule.nn.norm.rms_norm import RMSNorm
from chainrule.nn.pool.avg_pool2d import AvgPool2d
from chainrule.nn.pool.max_pool2d import MaxPool2d, MinPool2d
from chainrule.nn.position.learned import LearnedPositionalEncoding
from chainrule.nn.position.relative import relative_shift
from chainrule.nn.position.rotary import RotaryPositionalEmbedding, apply_rotary
from chainrule.nn.position.sinusoidal import (
    SinusoidalPositionalEncoding,
    sinusoidal_positions,
)
from chainrule.nn.recurrent.base import Recurrent
from chainrule.nn.recurrent.gru import GRU
from chainrule.nn.recurrent.lstm import LSTM
from chainrule.nn.recurrent.rnn import RNN
from chainrule.nn.sequential import Sequential
from chainrule.nn.spatial.affine_grid import affine_grid
from chainrule.nn.spatial.grid_sample import grid_sample
from chainrule.nn.spatial.spatial_transformer import SpatialTransformer
from chainrule.nn.transformer.decoder import TransformerDecoder
from chainrule.nn.transformer.decoder_layer import TransformerDecoderLayer
from chainrule.nn.transformer.encoder import TransformerEncoder
from chainrule.nn.transformer.encoder_layer import TransformerEncoderLayer

__all__ = [
    "GRU",
    "LSTM",
    "RNN",
    "AdditiveScore",
    "AvgPool2d",
    "BCELoss",
    "BCEWithLogitsLoss",
    "BatchNorm1d",
    "BatchNorm2d",
    "Conv2d",
    "CrossEntropyLoss",
    "Dropout",
    "DropoutScaledAtTest",
    "Embedding",
    "GaussianNLLLoss",
    "GraphAttention",
    "GroupNorm",
    "HalfSquaredErrorLoss",
    "Hardsigmoid",
    "HingeLoss",
    "HuberLoss",
    "InstanceNorm2d",
    "KeyValueCache",
    "L1Loss",
    "LayerNorm",
    "LeakyReLU",
    "LearnedPositionalEncoding",
    "Linear",
    "Loss",
    "MSELoss",
    "MaxPool2d",
    "Maxout",
    "MinPool2d",
    "MultiheadAttention",
    "Normalize",
    "PReLU",
    "PixelAttention",
    "RMSNorm",
    "ReLU",
    "Recurrent",
    "RotaryPositionalEmbedding",
    "SelfAttention",
    "Sequential",
    "SetCriterion",
    "ShiftAttention",
    "Sigmoid",
    "SinusoidalPositionalEncoding",
    "Softmax",
    "SpatialTransformer",
    "Tanh",
    "TransformerDecoder",
    "TransformerDecoderLayer",
    "TransformerEncoder",
    "TransformerEncoderLayer",
    "affine_grid",
    "apply_rotary",
    "band_mask",
    "causal_mask",
    "conv_as_attention",
    "count_parameters",
    "dot_score",
    "embedding",
    "fold_batch_norm",
    "generalized_box_iou",
    "grid_sample",
    "normalize",
    "relative_shift",
    "scaled_dot_product_attention",
    "set_matching",
    "sinusoidal_positions",
    "truncated_self_attention",
]
