"""Convolution as it is defined, one product after another."""

# --8<-- [start:definition]
import numpy as np

from chainrule.scratch.checks import real
from chainrule.scratch.nn.conv.sizes import conv_output_size


def conv2d_loops(x, weight, bias=None, stride=1):
    """y[o, i, j] = bias[o] + sum of weight[o, c, a, b] x[c, is+a, js+b].

    x (C, H, W), weight (O, C, kh, kw), bias (O,), y (O, H_out, W_out),
    for each channel c and each place (a, b) of the filter. Nothing is
    flipped, as in every library of the field.
    """
    x, weight = real(x, "x"), real(weight, "weight")
    filters, channels, kh, kw = weight.shape
    rows = conv_output_size(x.shape[1], kh, stride)
    across = conv_output_size(x.shape[2], kw, stride)
    y = np.zeros((filters, rows, across))
    for o in range(filters):
        for i in range(rows):
            for j in range(across):
                total = 0.0 if bias is None else bias[o]
                for c in range(channels):
                    for a in range(kh):
                        for b in range(kw):
                            pixel = x[c, i * stride + a, j * stride + b]
                            total += weight[o, c, a, b] * pixel
                y[o, i, j] = total
    return y


# --8<-- [end:definition]
