"""From a picture to the columns of its windows, and back."""

# --8<-- [start:im2col]
import numpy as np

from chainrule.scratch.nn.conv.sizes import conv_output_size


def windows(x, kernel_size, stride=(1, 1), dilation=(1, 1)):
    """All windows of x (N, C, H, W): (N, C, kh, kw, H_out, W_out).

    A view, no copy: entry [n, c, a, b, i, j] is x[n, c, i s + a d,
    j s + b d], with the stride s and the dilation d of the axis. Raises
    ValueError for an x of other axes or too small for a window.
    """
    if x.ndim != 4:
        raise ValueError(f"x must be (N, C, H, W), got {x.shape}")
    spans = [
        d * (k - 1) + 1 for k, d in zip(kernel_size, dilation, strict=True)
    ]
    every = np.lib.stride_tricks.sliding_window_view(x, spans, (2, 3))
    (sh, sw), (dh, dw) = stride, dilation
    return every[:, :, ::sh, ::sw, ::dh, ::dw].transpose(0, 1, 4, 5, 2, 3)


def im2col(x, kernel_size, stride=(1, 1), dilation=(1, 1)):
    """A window in each column: (N, C kh kw, H_out W_out), copied.

    As torch.nn.functional.unfold.
    """
    seen = windows(x, kernel_size, stride, dilation)
    n, c, kh, kw, h, w = seen.shape
    return seen.reshape(n, c * kh * kw, h * w)


# --8<-- [end:im2col]


# --8<-- [start:col2im]
def col2im(columns, shape, kernel_size, stride=(1, 1), dilation=(1, 1)):
    """What im2col spread, added up where it came from: x of that shape.

    The transpose of im2col: a place that stood in several windows gets
    the sum. As torch.nn.functional.fold.
    """
    x = np.zeros(shape, columns.dtype)
    seen = windows_of(columns, shape, kernel_size, stride, dilation)
    (sh, sw), (dh, dw) = stride, dilation
    h, w = seen.shape[-2:]
    for a in range(kernel_size[0]):
        for b in range(kernel_size[1]):
            top, left = a * dh, b * dw
            rows = slice(top, top + sh * (h - 1) + 1, sh)
            across = slice(left, left + sw * (w - 1) + 1, sw)
            x[:, :, rows, across] += seen[:, :, a, b]
    return x


def windows_of(columns, shape, kernel_size, stride, dilation):
    """Columns as im2col made them, as windows again."""
    n, c, *sizes = shape
    fit = [
        conv_output_size(size, k, s, 0, d)
        for size, k, s, d in zip(
            sizes, kernel_size, stride, dilation, strict=True
        )
    ]
    return columns.reshape(n, c, *kernel_size, *fit)


# --8<-- [end:col2im]
