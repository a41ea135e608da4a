"""Max pooling with stride and padding."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn import MaxPool2d


def _pooled(x, kernel_size, stride, padding, border, value=np.max):
    around = [(0, 0), (0, 0), (padding, padding), (padding, padding)]
    x = np.pad(x, around, constant_values=border)
    shape = kernel_size, kernel_size
    windows = np.lib.stride_tricks.sliding_window_view(x, shape, (2, 3))
    return value(windows[:, :, ::stride, ::stride], axis=(4, 5))


def max_pool2d(x, kernel_size, stride, padding):
    return MaxPool2d(kernel_size, stride, padding).forward(x)


def zeros_around(x, kernel_size, stride, padding):
    return _pooled(x, kernel_size, stride, padding, 0.0)


def means(x, kernel_size, stride, padding):
    return _pooled(x, kernel_size, stride, padding, 0.0, np.mean)


def of_sizes(x, kernel_size, stride, padding):
    return _pooled(np.abs(x), kernel_size, stride, padding, -np.inf)


def stride_is_the_kernel(x, kernel_size, stride, padding):
    return max_pool2d(x, kernel_size, kernel_size, padding)


def over_channels(x, kernel_size, stride, padding):
    y = max_pool2d(x, kernel_size, stride, padding)
    return np.broadcast_to(y.max(axis=1, keepdims=True), y.shape)


def not_padded(x, kernel_size, stride, padding):
    return max_pool2d(x, kernel_size, stride, 0)


def inputs(rng):
    yield {
        "x": np.array([[[[1.0, 5.0], [-2.0, -7.0]]]]),
        "kernel_size": 2,
        "stride": 2,
        "padding": 0,
    }
    yield {"x": rng.normal(size=(2, 3, 5, 6)), "kernel_size": 3} | {
        "stride": 2,
        "padding": 0,
    }
    yield {"x": -rng.uniform(1, 2, size=(1, 2, 4, 5)), "kernel_size": 2} | {
        "stride": 1,
        "padding": 1,
    }


def search(strategies, arrays):
    x = arrays.arrays(float, (1, 1, 4, 5), elements=strategies.integers(-9, 9))
    return strategies.integers(1, 4).flatmap(
        lambda k: strategies.tuples(
            x,
            strategies.just(k),
            strategies.integers(1, 3),
            strategies.integers(0, k // 2),
        )
    )


EXERCISE = Exercise(
    page="cnn/pooling-and-cnn-applications",
    equation="eq:max-pooling",
    number="35.1",
    right=max_pool2d,
    inputs=inputs,
    search=search,
    mistakes=(
        Mistake(
            zeros_around,
            "填了零：负数的窗口里零会胜出。最大值填 −∞。",
            "padded with zeros, which win against negative numbers. "
            "For a maximum it is −∞.",
        ),
        Mistake(
            means,
            "这是平均池化，要的是最大值。",
            "this is average pooling. The largest number is asked for.",
        ),
        Mistake(
            of_sizes,
            "取了绝对值的最大：要带符号的最大值。",
            "this takes the largest absolute value. Take the largest number.",
        ),
        Mistake(
            stride_is_the_kernel,
            "没有用 stride：它不必等于窗口大小。",
            "stride is not used: it need not be the size of the window.",
        ),
        Mistake(
            over_channels,
            "最大值跨了通道：每个通道各自池化。",
            "the maximum runs over the channels as well. Each is pooled alone.",
        ),
        Mistake(
            not_padded,
            "没有填充：四边各要 padding 格。",
            "the padding is missing: all four sides get it.",
        ),
    ),
    zh="最大池化：x (N, C, H, W)，窗口 kernel_size × kernel_size，stride 两个方向相"
    "同，四边各填 padding ≤ kernel_size/2 格，它们从不胜出。返回 (N, C, H', W')，放"
    "不下的窗口不算。",
    en="max pooling: x (N, C, H, W), windows kernel_size × kernel_size, one stride for "
    "both axes, padding ≤ kernel_size/2 on all four sides, which never wins. "
    "Returns (N, C, H', W'); windows that do not fit are left out.",
)
