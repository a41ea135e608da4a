"""Batch normalization: the statistics of a feature over the batch."""

# --8<-- [start:batch-norm]
import numpy as np

from chainrule.scratch.nn.norm.base import ChannelNorm
from chainrule.scratch.nn.norm.normalize import (
    normalize,
    normalize_backward,
)


class BatchNorm1d(ChannelNorm):
    """Each feature: mean 0, variance 1 over the batch; then scale, shift.

    x (N, num_features) or (N, num_features, L). In evaluation with
    running averages of both, instead. momentum is the weight of the new
    value, and None averages over all batches; as torch.nn.BatchNorm1d.
    Ioffe and Szegedy (2015), arXiv:1502.03167, algorithm 1. Raises
    ValueError for another shape, and in training for fewer than two
    values a feature.
    """

    ndims: tuple = 2, 3

    def __init__(
        self,
        num_features,
        eps=1e-5,
        momentum=0.1,
        affine=True,
        track_running_stats=True,
        dtype=float,
        *,
        bias=True,
    ):
        self.start(num_features, eps, affine, bias, dtype)
        self.num_features, self.momentum = num_features, momentum
        self.track = track_running_stats
        self.running_mean = np.zeros(num_features, dtype)
        self.running_var = np.ones(num_features, dtype)
        self.num_batches_tracked = np.zeros((), int)

    # --8<-- [end:batch-norm]

    # --8<-- [start:forward]
    def forward(self, x):
        x = self.require_images(x, self.num_features, self.ndims)
        axes = 0, *range(2, x.ndim)  # all but that of the features
        if self.training or not self.track:
            count = x.size // max(1, self.num_features)
            if count < 2:
                raise ValueError(f"{count} values per feature: {x.shape}")
            self.constant = False
            y, scale, mean, variance = normalize(x, axes, self.eps)
            if self.training and self.track:
                self.average(mean, variance, count)
        else:
            self.constant = True  # mean and variance do not know of x
            mean = self.placed(self.running_mean, x.ndim)
            variance = self.placed(self.running_var, x.ndim)
            scale = 1 / np.sqrt(variance + self.eps)
            y = (x - mean) * scale  # (32.13)
        self.keep(y, scale, axes)
        return self.scaled(y)

    def average(self, mean, variance, count):
        """Move the running averages towards those of a batch."""
        self.num_batches_tracked += 1
        m = self.momentum
        if m is None:
            m = 1 / self.num_batches_tracked
        unbiased = variance * count / (count - 1)
        self.running_mean += m * (mean.ravel() - self.running_mean)  # (32.12)
        self.running_var += m * (unbiased.ravel() - self.running_var)

    def backward(self, dy):
        y, scale, axes = self.take()
        dy = self.scaled_backward(dy, y)
        if self.constant:
            return dy * scale
        return normalize_backward(dy, y, scale, axes)

    # --8<-- [end:forward]

    def buffers(self):
        if not self.track:
            return []
        return [self.running_mean, self.running_var, self.num_batches_tracked]


class BatchNorm2d(BatchNorm1d):
    """The same for images (N, num_features, H, W): over N, H and W."""

    ndims = (4,)
