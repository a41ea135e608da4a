"""A batch normalization, folded into the layer before it."""

# --8<-- [start:fold]
import copy

import torch
from torch import nn


@torch.no_grad()
def fold_batch_norm(layer, bn):
    """One layer that does what layer and then bn do in evaluation.

    layer is linear or a convolution, ours or torch's, with its output
    features in axis 0 of its weight; both stay as they are. Raises
    ValueError for a bn that trains, without running averages, or for
    other features; TypeError for a layer of another kind.
    """
    weight = getattr(layer, "weight", None)
    if weight is None or weight.ndim < 2 or getattr(layer, "transposed", 0):
        kind = type(layer).__name__
        raise TypeError(f"a linear layer or a convolution, not {kind}")
    if bn.training or bn.running_mean is None:
        raise ValueError("batch norm must evaluate by running averages")
    if len(weight) != bn.num_features:
        sizes = f"{len(weight)} features, num_features {bn.num_features}"
        raise ValueError(f"layer and batch norm differ: {sizes}")
    scale = torch.rsqrt(bn.running_var + bn.eps)
    scale = scale if bn.weight is None else scale * bn.weight
    bias = 0 if layer.bias is None else layer.bias
    shift = (bias - bn.running_mean) * scale  # (32.16)
    shift = shift if bn.bias is None else shift + bn.bias
    folded = copy.deepcopy(layer)
    scale = scale.view(-1, *[1] * (weight.ndim - 1))
    folded.weight = nn.Parameter((weight * scale).to(weight.dtype))
    folded.bias = nn.Parameter(shift.to(weight.dtype))
    return folded


# --8<-- [end:fold]
