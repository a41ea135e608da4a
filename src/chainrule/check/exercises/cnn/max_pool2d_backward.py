"""Back through a max pooling, with windows that overlap."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn import MaxPool2d


def max_pool2d_backward(dy, x, kernel_size, stride):
    layer = MaxPool2d(kernel_size, stride)
    layer.forward(x)
    return layer.backward(dy)


def _places(x, kernel_size, stride):
    """For each window its index in dy and its slices in x."""
    N, C, H, W = x.shape
    for n, c in np.ndindex(N, C):
        for i, top in enumerate(range(0, H - kernel_size + 1, stride)):
            for j, left in enumerate(range(0, W - kernel_size + 1, stride)):
                rows = slice(top, top + kernel_size)
                yield (n, c, i, j), (n, c, rows, slice(left, left + kernel_size))


def to_all_largest(dy, x, kernel_size, stride):
    dx = np.zeros_like(x)
    for where, window in _places(x, kernel_size, stride):
        dx[window] += dy[where] * (x[window] == x[window].max())
    return dx


def overwritten(dy, x, kernel_size, stride):
    dx = np.zeros_like(x)
    for where, window in _places(x, kernel_size, stride):
        first = np.unravel_index(x[window].argmax(), x[window].shape)
        dx[window][first] = dy[where]
    return dx


def shared_out(dy, x, kernel_size, stride):
    dx = np.zeros_like(x)
    for where, window in _places(x, kernel_size, stride):
        dx[window] += dy[where] / kernel_size**2
    return dx


def to_the_corner(dy, x, kernel_size, stride):
    dx = np.zeros_like(x)
    for where, window in _places(x, kernel_size, stride):
        dx[window][0, 0] += dy[where]
    return dx


def times_the_value(dy, x, kernel_size, stride):
    return max_pool2d_backward(dy, x, kernel_size, stride) * x


def inputs(rng):
    yield {
        "dy": np.array([[[[3.0]]]]),
        "x": np.array([[[[1.0, 5.0], [-2.0, 5.0]]]]),
        "kernel_size": 2,
        "stride": 2,
    }
    x = rng.normal(size=(2, 2, 5, 6))
    yield {
        "dy": rng.normal(size=(2, 2, 3, 4)),
        "x": x,
        "kernel_size": 3,
        "stride": 1,
    }
    yield {
        "dy": rng.normal(size=(1, 1, 2, 2)),
        "x": np.maximum(0, rng.normal(size=(1, 1, 5, 5)) - 1),
        "kernel_size": 3,
        "stride": 2,
    }


EXERCISE = Exercise(
    page="cnn/pooling-and-cnn-applications",
    equation="eq:max-pooling-grad",
    number="35.2",
    right=max_pool2d_backward,
    inputs=inputs,
    mistakes=(
        Mistake(
            to_all_largest,
            "并列的最大值都得到了梯度：和前向一样只有第一个得到（按行优先），"
            "否则梯度多了几份。",
            "every one of equal maxima gets the gradient. The first of them gets it, "
            "row by row; or it is there several times.",
        ),
        Mistake(
            overwritten,
            "窗口重叠时后来的盖掉了先前的：同一像素在几个窗口里最大，梯度相加。",
            "where windows overlap, the last one overwrites. A pixel that is the "
            "largest in several windows adds up their gradients.",
        ),
        Mistake(
            shared_out,
            "梯度平均分给了整个窗口：那是平均池化，这里只给最大的那个。",
            "the gradient is shared out in the window, as for average pooling. "
            "The largest gets all.",
        ),
        Mistake(
            to_the_corner,
            "梯度给了窗口的左上角：应给最大值所在的位置。",
            "the gradient goes to the window's corner. "
            "It belongs to the place of the maximum.",
        ),
        Mistake(
            times_the_value,
            "乘了 x：最大值对它自己的导数是 1。",
            "multiplied by x: the derivative of a maximum by its winner is 1.",
        ),
    ),
    zh="无填充的最大池化的反向：dy (N, C, H', W')，x (N, C, H, W)，窗口 kernel_size × "
    "kernel_size，可以重叠。并列时只有第一个（按行优先）得到梯度。返回 dx (N, C, H, "
    "W)。",
    en="back through max pooling without padding: dy (N, C, H', W'), x (N, C, H, W), "
    "windows kernel_size × kernel_size that may overlap. Of equal maxima the first, "
    "row by row, gets the gradient. Returns dx (N, C, H, W).",
)
