"""Models that train by gradient.

>>> import torch
>>> model = MLP(3, widths=[8, 8], out_features=2)
>>> model(torch.zeros(5, 3)).shape
torch.Size([5, 2])
>>> sum(p.numel() for p in model.parameters())  # 3·8+8, 8·8+8, 8·2+2
122
"""

from chainrule.models.cached_decoder import CachedDecoder
from chainrule.models.cascaded_logistic import CascadedLogistic
from chainrule.models.cnn import CNN
from chainrule.models.go_policy_net import GoPolicyNet
from chainrule.models.mlp import MLP
from chainrule.models.plain_net import PlainNet
from chainrule.models.relu_sum import ReLUSum
from chainrule.models.residual_net import ResidualNet
from chainrule.models.sigmoid_sum import SigmoidSum
from chainrule.models.transformer import Transformer
from chainrule.models.transformer_lm import TransformerLM
from chainrule.models.window_tagger import WindowTagger

__all__ = [
    "CNN",
    "MLP",
    "CachedDecoder",
    "CascadedLogistic",
    "GoPolicyNet",
    "PlainNet",
    "ReLUSum",
    "ResidualNet",
    "SigmoidSum",
    "Transformer",
    "TransformerLM",
    "WindowTagger",
]
