"""Receptive fields without sharing: every place has weights of its own."""

# --8<-- [start:locally-connected]
from chainrule.scratch.nn.conv.base import Windowed
from chainrule.scratch.nn.conv.checks import pair, pictures
from chainrule.scratch.nn.conv.im2col import col2im, im2col
from chainrule.scratch.nn.conv.padding import pad, pad_backward


class LocallyConnected2d(Windowed):
    """As Conv2d, with another set of filters at each place of y.

    x (N, in_channels, H, W) of the input_size (H, W) alone. weight
    (H_out, W_out, out_channels, in_channels, kh, kw), bias (H_out, W_out,
    out_channels); with equal weights at all places it is Conv2d. torch
    has no such layer. Raises ValueError for a picture of another size.
    """

    def __init__(
        self,
        in_channels,
        out_channels,
        input_size,
        kernel_size,
        stride=1,
        padding=0,
        bias=True,
        rng=None,
        dtype=float,
    ):
        self.start(in_channels, kernel_size, stride, padding, 1, "zeros")
        if min(in_channels, out_channels) < 1:
            raise ValueError(f"no layer from {in_channels} to {out_channels}")
        self.input_size = pair("input_size", input_size)
        padded = [
            n + sum(p) for n, p in zip(self.input_size, self.sides, strict=True)
        ]
        self.size = self.fit(padded)
        shape = *self.size, out_channels, in_channels, *self.window[0]
        fan_in = shape[3] * shape[4] * shape[5]
        self.hold(shape, fan_in, shape[:3] if bias else None, rng, dtype)

    # --8<-- [end:locally-connected]

    # --8<-- [start:both-ways]
    def forward(self, x):
        x = pictures(x, self.in_channels)
        if x.shape[2:] != self.input_size:
            raise ValueError(
                f"x must be of size {self.input_size}, got {x.shape[2:]}"
            )
        x = pad(x, self.sides)
        columns = im2col(x, *self.window).transpose(2, 1, 0)  # a place first
        self.keep(columns, x.shape)
        y = self.filters() @ columns  # (H_out W_out, out_channels, N)
        if self.bias is not None:
            y += self.bias.reshape(len(y), -1, 1)
        return y.transpose(2, 1, 0).reshape(len(x), y.shape[1], *self.size)

    def backward(self, dy):
        columns, shape = self.take()
        filters = self.filters()
        dy = dy.reshape(len(dy), filters.shape[1], -1).transpose(2, 1, 0)
        by_filter = dy @ columns.mT
        self.grad_weight[...] = by_filter.reshape(self.weight.shape)
        if self.bias is not None:
            self.grad_bias[...] = dy.sum(axis=2).reshape(self.bias.shape)
        columns = (filters.mT @ dy).transpose(2, 1, 0)
        dx = col2im(columns, shape, *self.window)
        return pad_backward(dx, self.sides)

    def filters(self):
        """The weights as a matrix for each place: a filter in each row."""
        places = self.size[0] * self.size[1]
        return self.weight.reshape(places, self.weight.shape[2], -1)

    # --8<-- [end:both-ways]
