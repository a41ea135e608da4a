"""Instance normalization as a module."""

# --8<-- [start:instance-norm]
import torch

from chainrule.nn.norm.base import (
    RunningNorm,
    require_channels,
    require_several,
    widened,
)
from chainrule.nn.norm.normalize import normalize


class InstanceNorm2d(RunningNorm):
    """Each channel of each image: mean 0 and variance 1 over its pixels.

    Input (N, C, H, W) or (C, H, W). As torch.nn.InstanceNorm2d, also in
    that affine and running averages are off unless asked for; with them
    it evaluates as batch normalization does. Raises ValueError for
    another shape, and where one pixel is all that there is.
    """

    def __init__(
        self,
        num_features,
        eps=1e-5,
        momentum=0.1,
        affine=False,
        track_running_stats=False,
        device=None,
        dtype=None,
        *,
        bias=True,
    ):
        given = num_features, eps, momentum, affine, track_running_stats
        super().__init__(*given, device, dtype, bias=bias)

    def forward(self, x):
        if x.ndim == 3:
            return self(x[None])[0]
        require_channels(x, self.num_features, (4,))
        z = widened(x)
        if self.training or self.running_mean is None:
            require_several(x[0, 0].numel() if x.numel() else 0, x)
            y, mean, variance = normalize(z, [2, 3], self.eps)
            if self.training and self.track_running_stats:
                self.average(mean, variance, x.shape[2] * x.shape[3])
        else:
            mean = self.placed(self.running_mean, 4)
            variance = self.placed(self.running_var, 4)
            y = (z - mean) * torch.rsqrt(variance + self.eps)
        return self.scaled(y, x.dtype)

    # --8<-- [end:instance-norm]

    @torch.no_grad()
    def average(self, mean, variance, count):
        """Of each channel the mean over the images.

        momentum=None counts as 0, and num_batches_tracked stays: so does
        torch's.
        """
        both = mean, variance * (count / (count - 1))
        running = self.running_mean, self.running_var
        for old, new in zip(running, both, strict=True):
            old += (self.momentum or 0.0) * (new.mean(0).flatten() - old)
