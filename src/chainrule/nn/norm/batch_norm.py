"""Batch normalization as a module."""

# --8<-- [start:batch-norm]
import torch

from chainrule.nn.norm.base import (
    RunningNorm,
    require_channels,
    require_several,
    widened,
)
from chainrule.nn.norm.normalize import normalize


class BatchNorm1d(RunningNorm):
    """Each feature: mean 0, variance 1 over the batch; then scale, shift.

    Input (N, num_features) or (N, num_features, L). In evaluation with
    running averages of both instead. momentum is the weight of the new
    value; None averages over all batches. As torch.nn.BatchNorm1d. Raises
    ValueError for another shape, and in training for one value a feature.
    """

    ndims: tuple = 2, 3

    def forward(self, x):
        require_channels(x, self.num_features, self.ndims)
        z = widened(x)
        if self.training or self.running_mean is None:
            count = x.numel() // max(1, self.num_features)
            require_several(count, x)
            dims = [0, *range(2, x.ndim)]  # all but the features
            y, mean, variance = normalize(z, dims, self.eps)
            if self.training and self.track_running_stats and count:
                self.average(mean, variance, count)
        else:
            mean = self.placed(self.running_mean, x.ndim)
            variance = self.placed(self.running_var, x.ndim)
            y = (z - mean) * torch.rsqrt(variance + self.eps)  # (32.13)
        return self.scaled(y, x.dtype)

    @torch.no_grad()
    def average(self, mean, variance, count):
        """Move the running averages towards those of a batch."""
        self.num_batches_tracked += 1
        m = self.momentum
        if m is None:
            m = 1 / self.num_batches_tracked.item()
        both = mean, variance * (count / (count - 1))  # the unbiased one
        running = self.running_mean, self.running_var
        for old, new in zip(running, both, strict=True):
            old += m * (new.flatten() - old)  # (32.12)


# --8<-- [end:batch-norm]


class BatchNorm2d(BatchNorm1d):
    """The same for images (N, num_features, H, W): over N, H and W."""

    ndims = (4,)
