"""Average pooling."""

# --8<-- [start:avg-pool]
import numpy as np

from chainrule.scratch.nn.conv.checks import pictures
from chainrule.scratch.nn.pool.base import Pool


class AvgPool2d(Pool):
    """The mean of each window.

    The zeros of the padding count as well, unless count_include_pad is
    false; what a last window of ceil_mode sees behind them never does.
    divisor_override divides instead of the count. Names, order and
    defaults are those of torch.nn.AvgPool2d. Raises ValueError for a
    padding of more than half a window, a divisor of 0, and for an x not
    (N, C, H, W).
    """

    def __init__(
        self,
        kernel_size,
        stride=None,
        padding=0,
        ceil_mode=False,
        count_include_pad=True,
        divisor_override=None,
    ):
        self.start(kernel_size, stride, padding, 1, ceil_mode)
        if divisor_override == 0:
            raise ValueError("divisor_override must not be 0")
        self.count_include_pad = count_include_pad
        self.divisor_override = divisor_override

    def forward(self, x):
        x = pictures(x)
        seen, padded = self.over(x, 0, 0)
        count = self.divisor_override
        if count is None:
            ones = np.ones((1, 1, *x.shape[2:]), x.dtype)
            count = self.over(ones, float(self.count_include_pad), 0)[0].sum(2)
        self.keep(count, seen.shape, padded, x.shape)
        return seen.sum(axis=2) / count

    def backward(self, dy):
        count, seen, padded, shape = self.take()
        columns = np.broadcast_to((dy / count)[:, :, None], seen)
        return self.back(columns, padded, shape)


# --8<-- [end:avg-pool]
