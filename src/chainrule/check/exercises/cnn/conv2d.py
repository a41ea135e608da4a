"""The convolution of networks: a cross-correlation of many channels."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def conv2d(x, weight, bias, stride, padding):
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    shape = weight.shape[2:]
    windows = np.lib.stride_tricks.sliding_window_view(x, shape, (2, 3))
    windows = windows[:, :, ::stride, ::stride]
    y = np.einsum("ncijab,ocab->noij", windows, weight)
    return y + bias[:, None, None]


def flipped(x, weight, bias, stride, padding):
    return conv2d(x, weight[:, :, ::-1, ::-1], bias, stride, padding)


def kernel_transposed(x, weight, bias, stride, padding):
    return conv2d(x, weight.swapaxes(2, 3), bias, stride, padding)


def padded_behind_alone(x, weight, bias, stride, padding):
    x = np.pad(x, [(0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding)])
    return conv2d(x, weight, bias, stride, 0)


def mean_of_channels(x, weight, bias, stride, padding):
    return conv2d(x, weight / x.shape[1], bias, stride, padding)


def no_bias(x, weight, bias, stride, padding):
    return conv2d(x, weight, 0 * bias, stride, padding)


def bias_for_each_channel(x, weight, bias, stride, padding):
    return conv2d(x, weight, bias * x.shape[1], stride, padding)


def first_places(x, weight, bias, stride, padding):
    y = conv2d(x, weight, bias, 1, padding)
    size = conv2d(x, weight, bias, stride, padding).shape
    return y[:, :, : size[2], : size[3]]


def border_repeated(x, weight, bias, stride, padding):
    around = [(0, 0), (0, 0), (padding, padding), (padding, padding)]
    return conv2d(np.pad(x, around, "edge"), weight, bias, stride, 0)


def inputs(rng):
    yield {
        "x": np.arange(9.0).reshape(1, 1, 3, 3),
        "weight": np.array([[[[1.0, 2.0], [0.0, -1.0]]]]),
        "bias": np.array([0.5]),
        "stride": 1,
        "padding": 0,
    }
    for shape, out, kernel, stride, padding in (
        ((2, 3, 5, 4), 2, (3, 2), 1, 1),
        ((1, 2, 7, 6), 3, (3, 3), 2, 1),
        ((2, 1, 6, 6), 2, (2, 4), 3, 2),
    ):
        yield {
            "x": rng.normal(size=shape),
            "weight": rng.normal(size=(out, shape[1], *kernel)),
            "bias": rng.normal(size=out),
            "stride": stride,
            "padding": padding,
        }


EXERCISE = Exercise(
    page="cnn/convolution",
    equation="eq:multi-channel",
    number="34.6",
    right=conv2d,
    inputs=inputs,
    mistakes=(
        Mistake(
            flipped,
            "核翻转了：那是数学里的卷积（scipy.signal.convolve）；网络里的是互相关，"
            "不翻转。",
            "the kernel is flipped. That is the convolution of mathematics, as in "
            "scipy.signal.convolve; networks correlate.",
        ),
        Mistake(
            kernel_transposed,
            "核的行和列换反了：a 沿高度，b 沿宽度。",
            "rows and columns of the kernel are exchanged: a runs along the height, "
            "b along the width.",
        ),
        Mistake(
            padded_behind_alone,
            "零都填在了后面：上下左右各填 padding 个。",
            "all zeros are behind the picture. Each side gets padding of them.",
        ),
        Mistake(
            mean_of_channels,
            "对通道取了平均：输入通道要求和。",
            "this averages over the input channels. Add them up.",
        ),
        Mistake(no_bias, "没有加偏置。", "the bias is missing."),
        Mistake(
            bias_for_each_channel,
            "每个输入通道都加了一次偏置：每个输出只加一次。",
            "the bias is added for each input channel. Add it once for each output.",
        ),
        Mistake(
            first_places,
            "步幅没有起作用：窗口 (i, j) 从 (i s, j s) 开始。",
            "the stride does nothing. Window (i, j) begins at (i s, j s).",
        ),
        Mistake(
            border_repeated,
            "填的是边缘的值：这里填零。",
            "the border is repeated. It is padded with zeros.",
        ),
    ),
    zh="互相关（网络里的卷积）：x (N, C, H, W)，weight (O, C, kh, kw)，bias (O,)；步幅"
    "两个方向相同，四边各填 padding 个零。返回 (N, O, H', W')，放不下的窗口不算。",
    en="cross-correlation, the convolution of networks: x (N, C, H, W), weight "
    "(O, C, kh, kw), bias (O,); one stride for both axes, padding zeros on all four "
    "sides. Returns (N, O, H', W'); windows that do not fit are left out.",
)
