"""What pooling layers share: their windows, and a border to look beyond."""

# --8<-- [start:pool]
import numpy as np

from chainrule.scratch.nn.base import Layer
from chainrule.scratch.nn.conv.checks import pair
from chainrule.scratch.nn.conv.im2col import col2im, windows
from chainrule.scratch.nn.conv.sizes import conv_output_size


class Pool(Layer):
    """One number for each window of each channel: x, y (N, C, H, W)."""

    def start(self, kernel_size, stride, padding, dilation, ceil_mode):
        """Sizes as pairs; without a stride no two windows overlap."""
        kernel_size = pair("kernel_size", kernel_size)
        self.padding = pair("padding", padding, 0)
        if any(
            2 * p > k for p, k in zip(self.padding, kernel_size, strict=True)
        ):
            raise ValueError(
                f"padding {self.padding} must be at most half of "
                f"kernel_size {kernel_size}"
            )
        stride = kernel_size if stride is None else pair("stride", stride)
        self.window = kernel_size, stride, pair("dilation", dilation)
        self.ceil_mode = ceil_mode

    def over(self, x, border, beyond):
        """Windows (N, C, kh kw, H_out, W_out), and the padded shape.

        border is the number in the padding, beyond what a last window
        sees behind it.
        """
        ends, fit = [], []
        sizes = zip(x.shape[-2:], *self.window, self.padding, strict=True)
        for n, k, s, d, p in sizes:
            fit.append(conv_output_size(n, k, s, p, d, self.ceil_mode))
            reach = (fit[-1] - 1) * s + d * (k - 1) + 1
            ends.append((0, max(0, reach - n - 2 * p)))
        around = [(p, p) for p in self.padding]
        whole = [(0, 0)] * (x.ndim - 2)
        x = np.pad(x, whole + around, constant_values=border)
        x = np.pad(x, whole + ends, constant_values=beyond)
        seen = windows(x, *self.window)
        places = self.window[0][0] * self.window[0][1]
        return seen.reshape(*x.shape[:2], places, *fit), x.shape

    def back(self, columns, padded, shape):
        """Windows added up where they came from, without the padding."""
        dx = col2im(columns, padded, *self.window)
        (top, left), (height, width) = self.padding, shape[2:]
        return dx[:, :, top : top + height, left : left + width]


# --8<-- [end:pool]
