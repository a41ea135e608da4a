"""Convolution of pictures: one small set of weights at every place."""

# --8<-- [start:conv2d]
from chainrule.scratch.nn.conv.base import Windowed
from chainrule.scratch.nn.conv.checks import pictures
from chainrule.scratch.nn.conv.im2col import col2im, im2col
from chainrule.scratch.nn.conv.padding import pad, pad_backward


class Conv2d(Windowed):
    """Each filter's product with each window of the picture, plus a bias.

    x (N, in_channels, H, W), y (N, out_channels, H_out, W_out). weight
    (out_channels, in_channels / groups, kh, kw) and bias (out_channels,)
    start uniform in ±1/sqrt(in_channels / groups · kh · kw). Names,
    order and defaults are those of torch.nn.Conv2d, and as there no
    filter is flipped: a cross-correlation. rng is a seed or a generator
    of NumPy. Raises ValueError for what torch refuses.
    """

    def __init__(
        self,
        in_channels,
        out_channels,
        kernel_size,
        stride=1,
        padding=0,
        dilation=1,
        groups=1,
        bias=True,
        padding_mode="zeros",
        rng=None,
        dtype=float,
    ):
        self.start(
            in_channels, kernel_size, stride, padding, dilation, padding_mode
        )
        if min(in_channels, out_channels, groups) < 1 or (
            in_channels % groups or out_channels % groups
        ):
            raise ValueError(
                f"no convolution from {in_channels} to {out_channels} "
                f"channels in {groups} groups"
            )
        self.groups = groups
        shape = out_channels, in_channels // groups, *self.window[0]
        fan_in = shape[1] * shape[2] * shape[3]
        sizes = shape, fan_in, (out_channels,) if bias else None
        self.hold(*sizes, rng, dtype)

    # --8<-- [end:conv2d]

    # --8<-- [start:both-ways]
    def forward(self, x):
        x = pictures(x, self.in_channels)
        x = pad(x, self.sides, self.padding_mode)
        size = self.fit(x.shape[2:])
        columns = im2col(x, *self.window)  # (N, C kh kw, H_out W_out)
        filters = self.filters()
        split = len(x), self.groups, filters.shape[2], columns.shape[2]
        columns = columns.reshape(split)
        self.keep(columns, x.shape)
        y = (filters @ columns).reshape(len(x), len(self.weight), *size)
        return y if self.bias is None else y + self.bias[:, None, None]

    def backward(self, dy):
        columns, shape = self.take()
        filters = self.filters()
        dy = dy.reshape(len(dy), *filters.shape[:2], columns.shape[3])
        by_filter = (dy @ columns.mT).sum(axis=0)
        self.grad_weight[...] = by_filter.reshape(self.weight.shape)
        if self.bias is not None:
            self.grad_bias[...] = dy.sum(axis=(0, 3)).ravel()
        dx = col2im(filters.mT @ dy, shape, *self.window)
        return pad_backward(dx, self.sides, self.padding_mode)

    def filters(self):
        """The weights as a matrix for each group: a filter in each row."""
        each = len(self.weight) // self.groups
        return self.weight.reshape(self.groups, each, self.weight[0].size)

    # --8<-- [end:both-ways]
