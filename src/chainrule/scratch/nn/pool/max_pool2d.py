"""Max pooling, and min pooling beside it."""

# --8<-- [start:max-pool]
import numpy as np

from chainrule.scratch.nn.conv.checks import pictures
from chainrule.scratch.nn.pool.base import Pool


class MaxPool2d(Pool):
    """The largest number of each window.

    Beyond the border stands -inf, which never wins. The gradient goes to
    the first of the largest, the others get none. Names, order and
    defaults are those of torch.nn.MaxPool2d. Raises ValueError for a
    padding of more than half a window, and for an x not (N, C, H, W).
    """

    def __init__(
        self, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False
    ):
        self.start(kernel_size, stride, padding, dilation, ceil_mode)

    def forward(self, x):
        x = pictures(x)
        seen, padded = self.over(x, -np.inf, -np.inf)
        inside, _ = self.over(np.ones((1, 1, *x.shape[2:])), 0, 0)
        first = inside.argmax(axis=2)  # of each window, not in the padding
        best = seen.argmax(axis=2)
        y = np.take_along_axis(seen, best[:, :, None], 2)[:, :, 0]
        best = np.where(y == -np.inf, first, best)
        self.keep(best, seen.shape, padded, x.shape)
        return y

    def backward(self, dy):
        best, seen, padded, shape = self.take()
        columns = np.zeros(seen, dy.dtype)
        np.put_along_axis(columns, best[:, :, None], dy[:, :, None], 2)
        return self.back(columns, padded, shape)


# --8<-- [end:max-pool]


# --8<-- [start:min-pool]
class MinPool2d(MaxPool2d):
    """The smallest number of each window: -max(-x), back as max(x).

    Takes what MaxPool2d takes; torch has none.
    """

    def forward(self, x):
        return -super().forward(-pictures(x))


# --8<-- [end:min-pool]
