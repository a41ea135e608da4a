"""What normalization layers share: scale, shift, buffers, what they let in."""

import math
from typing import Any

import torch
from torch import nn


# --8<-- [start:affine]
class Norm(nn.Module):
    """y = weight * x_hat + bias, each a number for every feature.

    A subclass finds x_hat. Half precision is widened to float32 before,
    and narrowed after. Raises TypeError for integers, ValueError for a
    negative eps.
    """

    def __init__(self, shape, eps, affine, bias, device, dtype):
        super().__init__()
        if eps is not None and eps < 0:
            raise ValueError(f"eps must not be negative, got {eps}")
        self.eps = eps
        like = {"device": device, "dtype": dtype}
        for name, there in (("weight", affine), ("bias", affine and bias)):
            empty = torch.empty(shape, **like) if there else None
            parameter = None if empty is None else nn.Parameter(empty)
            self.register_parameter(name, parameter)
        self.reset_parameters()

    weight: Any
    bias: Any

    @torch.no_grad()
    def reset_parameters(self):
        if self.weight is not None:
            self.weight.fill_(1)
        if self.bias is not None:
            self.bias.fill_(0)

    def scaled(self, y, dtype):
        """weight * y + bias."""
        parts = self.weight, self.bias
        weight, bias = (self.placed(p, y.ndim) for p in parts)
        if bias is not None:
            y = torch.addcmul(bias, y, weight)  # (32.9)
        elif weight is not None:
            y = y * weight
        return y.to(dtype)

    # --8<-- [end:affine]

    def placed(self, parameter, ndim):
        """A parameter in the axes of an input: by default the last ones."""
        return parameter


class FeatureNorm(Norm):
    """A normalization of each sample, over its last axes: its features."""

    def __init__(self, normalized_shape, eps, affine, bias, device, dtype):
        one = isinstance(normalized_shape, int)
        shape = (normalized_shape,) if one else tuple(normalized_shape)
        if not shape or math.prod(shape) < 1:
            raise ValueError(f"no features: normalized_shape {shape}")
        super().__init__(shape, eps, affine, bias, device, dtype)
        self.normalized_shape, self.elementwise_affine = shape, affine

    def dims(self, x):
        """Those axes; ValueError unless x ends in normalized_shape."""
        shape = self.normalized_shape
        if x.shape[max(0, x.ndim - len(shape)) :] != shape:
            raise ValueError(f"expected (*, {shape}), got {tuple(x.shape)}")
        return list(range(-len(shape), 0))


class ChannelNorm(Norm):
    """A normalization with a weight and a bias for each channel, axis 1."""

    def placed(self, parameter, ndim):
        if parameter is None:
            return None
        return parameter.view(-1, *[1] * (ndim - 2))


class RunningNorm(ChannelNorm):
    """And with running averages of each channel's mean and variance."""

    running_mean: Any  # None where nothing is tracked
    running_var: Any
    num_batches_tracked: Any

    def __init__(
        self,
        num_features,
        eps=1e-5,
        momentum=0.1,
        affine=True,
        track_running_stats=True,
        device=None,
        dtype=None,
        *,
        bias=True,
    ):
        super().__init__(num_features, eps, affine, bias, device, dtype)
        self.num_features, self.momentum = num_features, momentum
        self.affine, self.track_running_stats = affine, track_running_stats
        like, there = {"device": device, "dtype": dtype}, track_running_stats
        start = {
            "running_mean": torch.zeros(num_features, **like),
            "running_var": torch.ones(num_features, **like),
            "num_batches_tracked": torch.tensor(0, device=device),
        }
        for name, buffer in start.items():
            self.register_buffer(name, buffer if there else None)

    def reset_running_stats(self):
        if self.track_running_stats:
            self.running_mean.zero_()
            self.running_var.fill_(1)
            self.num_batches_tracked.zero_()

    def extra_repr(self) -> str:
        track = f"track_running_stats={self.track_running_stats}"
        rest = f"momentum={self.momentum}, affine={self.affine}, {track}"
        return f"{self.num_features}, eps={self.eps}, {rest}"


def widened(x):
    """x, or float32 for half precision; TypeError for what is no float."""
    if not x.is_floating_point():
        raise TypeError(f"input must be floating point, got {x.dtype}")
    return x.float() if x.dtype.itemsize < 4 else x


def require_channels(x, channels, ndims):
    """ValueError unless x has so many axes, and channels in axis 1."""
    if x.ndim not in ndims:
        axes = " or ".join(f"{n}D" for n in ndims)
        raise ValueError(f"expected {axes} input, got {tuple(x.shape)}")
    if x.shape[1] != channels:
        raise ValueError(f"no {channels} channels: {tuple(x.shape)}")


def require_several(count, x):
    """ValueError for one value, whose variance is 0 whatever it is."""
    if count == 1:
        shape = tuple(x.shape)
        raise ValueError(f"more than one value per mean needed, got {shape}")
