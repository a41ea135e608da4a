"""How many windows fit."""

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn import conv_output_size as right


def padded_once(size, kernel_size, stride, padding):
    return (size + padding - kernel_size) // stride + 1


def no_last_window(size, kernel_size, stride, padding):
    return (size + 2 * padding - kernel_size) // stride


def rounded_up(size, kernel_size, stride, padding):
    return -(-(size + 2 * padding - kernel_size) // stride) + 1


def not_rounded(size, kernel_size, stride, padding):
    return (size + 2 * padding - kernel_size) / stride + 1


def added_before(size, kernel_size, stride, padding):
    return (size + 2 * padding - kernel_size + 1) // stride


def stride_is_kernel(size, kernel_size, stride, padding):
    return (size + 2 * padding) // stride


def inputs(rng):
    yield {"size": 6, "kernel_size": 3, "stride": 1, "padding": 0}
    yield {"size": 7, "kernel_size": 3, "stride": 2, "padding": 1}
    yield {"size": 32, "kernel_size": 5, "stride": 2, "padding": 1}
    yield {"size": 224, "kernel_size": 7, "stride": 2, "padding": 3}
    yield {"size": 3, "kernel_size": 5, "stride": 4, "padding": 1}


def search(strategies, arrays):
    several = strategies.integers(1, 6)
    size, padding = strategies.integers(6, 40), strategies.integers(0, 3)
    return strategies.tuples(size, several, several, padding)


EXERCISE = Exercise(
    page="cnn/convolution",
    equation="eq:output-size",
    number="34.2",
    right=right,
    inputs=inputs,
    search=search,
    mistakes=(
        Mistake(
            padded_once,
            "填充只算了一边：两端各有 p 个。",
            "the padding is counted once. It is added at both ends.",
        ),
        Mistake(
            no_last_window,
            "少了 + 1：一步不走，已经有一个窗口。",
            "the + 1 is missing: the first window is there before any step.",
        ),
        Mistake(
            rounded_up,
            "向上取整了：伸出边界的窗口不算。",
            "rounded up. A window that would hang over does not count.",
        ),
        Mistake(
            not_rounded,
            "没有取整：窗口的个数是整数，用 //。",
            "not rounded down: windows come in whole numbers, use //.",
        ),
        Mistake(
            added_before,
            "+ 1 放进了除法：先除以步幅、取整，再加一。",
            "the 1 is added before the division. Divide by the stride, round down, "
            "then add.",
        ),
        Mistake(
            stride_is_kernel,
            "没有减去核的大小：这只在核与步幅相等时成立。",
            "the kernel is not subtracted: this holds only where it equals the stride.",
        ),
    ),
    zh="一个轴上卷积输出的大小：四个参数都是整数，两端各填充 padding 个，核放得下。"
    "返回整数。",
    en="the size of a convolution's output along one axis: four whole numbers, padding "
    "at both ends, and the kernel fits. Returns a whole number.",
)
