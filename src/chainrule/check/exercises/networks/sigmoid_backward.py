"""Back through a sigmoid."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn import sigmoid, sigmoid_derivative


def sigmoid_backward(dy, z):
    return dy * sigmoid_derivative(z)


def slope_of_the_output(dy, z):
    return dy * sigmoid_derivative(sigmoid(z))


def z_for_y(dy, z):
    return dy * z * (1 - z)


def the_value(dy, z):
    return dy * sigmoid(z)


def without_dy(dy, z):
    return sigmoid_derivative(z)


def overflows(dy, z):
    return dy * np.exp(-z) / (1 + np.exp(-z)) ** 2


def inputs(rng):
    yield {"dy": np.array([1.0, 3.0]), "z": np.array([0.0, 2.0])}
    yield {"dy": rng.normal(size=(2, 3)), "z": rng.normal(size=(2, 3)) * 3}
    yield {"dy": np.array([[2.0, -1.0]]), "z": np.array([[-1000.0, 1000.0]])}


def search(strategies, arrays):
    numbers = strategies.floats(-1e3, 1e3)
    shapes = arrays.array_shapes(max_dims=2, max_side=4)
    return shapes.flatmap(
        lambda shape: strategies.tuples(
            *[arrays.arrays(float, shape, elements=numbers)] * 2
        )
    )


EXERCISE = Exercise(
    page="networks/activation-functions",
    equation="eq:sigmoid-slope",
    number="13.3",
    right=sigmoid_backward,
    inputs=inputs,
    search=search,
    mistakes=(
        Mistake(
            slope_of_the_output,
            "斜率取在了激活值 y 处。它是 σ′(z)，写成 y (1 − y) 时 y 已经是 σ(z)，"
            "不要再取一次 sigmoid。",
            "the slope is taken at the activation y. It is σ′(z); in y (1 − y), "
            "y is σ(z) already, and no second sigmoid is taken.",
        ),
        Mistake(
            z_for_y,
            "公式是 y (1 − y)，y = σ(z)；代入的却是 z。",
            "the formula is y (1 − y) with y = σ(z), not z (1 − z).",
        ),
        Mistake(
            the_value,
            "乘的是 σ(z) 本身，不是它的导数。",
            "this multiplies by σ(z) itself, not by its derivative.",
        ),
        Mistake(
            without_dy,
            "忘了乘 dy：链式法则是上游梯度乘以局部导数。",
            "dy is missing: the chain rule multiplies what comes from above "
            "by the local derivative.",
        ),
        Mistake(
            overflows,
            "z 很小时 exp(−z) 溢出，inf/inf 成了 nan：用 y (1 − y)。",
            "exp(−z) overflows for a very negative z, and inf/inf is nan: use y (1 − "
            "y).",
        ),
    ),
    zh="反向经过 sigmoid：dy 是损失对 y = σ(z) 的梯度，返回对 z 的梯度。"
    "dy、z 和结果同形状 (...)；|z| 可达 1000。",
    en="back through a sigmoid: dy is the gradient with respect to y = σ(z); returns "
    "that with respect to z. dy, z and the result have one shape (...); |z| may be "
    "1000.",
)
