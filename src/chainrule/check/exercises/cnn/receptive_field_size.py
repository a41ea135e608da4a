"""How much of the input one number sees."""

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn import receptive_field_size as right


def no_strides(layers):
    return 1 + sum(k - 1 for k, _ in layers)


def whole_kernels(layers):
    size, step = 0, 1
    for k, s in layers:
        size += k * step
        step *= s
    return size


def own_stride(layers):
    size = step = 1
    for k, s in layers:
        step *= s
        size += (k - 1) * step
    return size


def last_layer_first(layers):
    return right(layers[::-1])


def one_stride_only(layers):
    size = before = 1
    for k, s in layers:
        size += (k - 1) * before
        before = s
    return size


def inputs(rng):
    yield {"layers": [(3, 1), (3, 1)]}
    yield {"layers": [(5, 1), (3, 2)]}
    yield {"layers": [(3, 2), (2, 2), (3, 3), (5, 1)]}
    yield {"layers": [(7, 2)]}


def search(strategies, arrays):
    layer = strategies.tuples(strategies.integers(1, 7), strategies.integers(1, 4))
    return strategies.tuples(strategies.lists(layer, min_size=1, max_size=6))


EXERCISE = Exercise(
    page="cnn/convolution",
    equation="eq:receptive-field",
    number="34.9",
    right=right,
    inputs=inputs,
    search=search,
    mistakes=(
        Mistake(
            no_strides,
            "没有考虑步幅：后面的层每走一格，在输入上是前面各步幅之积那么远。",
            "strides are left out. One step of a later layer is as far in the input as "
            "the product of all strides before it.",
        ),
        Mistake(
            whole_kernels,
            "加了 k 而不是 k − 1：每个窗口里有一格已经算过了。",
            "this adds k, not k − 1: one of the places is counted already.",
        ),
        Mistake(
            own_stride,
            "本层的步幅算早了：它只影响后面的层。",
            "a layer's own stride comes too early. It counts for the layers behind it.",
        ),
        Mistake(
            last_layer_first,
            "层的次序反了：列表里先是第一层。",
            "the layers are taken from the end. The first of the list is the first.",
        ),
        Mistake(
            one_stride_only,
            "只乘了前一层的步幅：要乘前面所有步幅之积。",
            "this takes the stride of one layer before. Take the product of all.",
        ),
    ),
    zh="感受野的大小：layers 是 (核大小, 步幅) 的列表，第一层在前；返回最后一层的一个数"
    "沿该轴看到输入的多少格（整数）。",
    en="the size of the receptive field: layers is a list of pairs (kernel size, "
    "stride), the first layer first; returns how many places of the input a number of "
    "the last layer sees along this axis, a whole number.",
)
