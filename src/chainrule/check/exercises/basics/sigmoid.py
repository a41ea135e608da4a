"""The sigmoid, for logits of any size."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn.activation.sigmoid import sigmoid


def overflows(z):
    return np.exp(z) / (1 + np.exp(z))


def falls(z):
    return 1 / (1 + np.exp(z))


def its_slope(z):
    return sigmoid(z) * (1 - sigmoid(z))


def in_tanh_units(z):
    return (1 + np.tanh(z)) / 2


def inputs(rng):
    yield {"z": np.array(0.0)}
    yield {"z": np.array([-np.log(3), np.log(3)])}
    yield {"z": 3 * rng.normal(size=(2, 3))}
    yield {"z": np.array([-1000.0, 1000.0, -np.inf, np.inf])}


def search(strategies, arrays):
    shapes = arrays.array_shapes(max_dims=3, max_side=5)
    numbers = strategies.floats(-1e4, 1e4)
    return strategies.tuples(arrays.arrays(float, shapes, elements=numbers))


EXERCISE = Exercise(
    page="basics/beyond-linear",
    equation="eq:sigmoid",
    number="3.5",
    right=sigmoid,
    inputs=inputs,
    search=search,
    mistakes=(
        Mistake(
            overflows,
            "z 很大时 exp(z) 溢出，成为 inf / inf：只对 -|z| 取指数。",
            "exp(z) overflows for large z, and inf / inf is none. Take the exponential "
            "of -|z| alone.",
        ),
        Mistake(
            falls,
            "符号反了，曲线在下降：指数里是 -z。",
            "the curve falls: it is -z that stands in the exponential.",
        ),
        Mistake(
            its_slope,
            "这是导数 y(1 - y)，不是 sigmoid 本身。",
            "this is the slope y(1 - y), not the sigmoid itself.",
        ),
        Mistake(
            in_tanh_units,
            "用 tanh 表示时宽度差一倍：(1 + tanh(z/2))/2。",
            "as a tanh it is (1 + tanh(z/2))/2: this one is twice as steep.",
        ),
    ),
    zh="每个元素的 sigmoid；z 形状任意，也可以很大或是无穷。",
    en="the sigmoid of each number; z of any shape, also very large or infinite.",
)
