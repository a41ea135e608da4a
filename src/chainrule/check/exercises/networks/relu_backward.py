"""Back through a ReLU, at its bend too."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn import relu_derivative


def relu_backward(dy, z):
    return np.where(z > 0, dy, 0.0)


def on_at_zero(dy, z):
    return np.where(z >= 0, dy, 0.0)


def relu_of_the_gradient(dy, z):
    return np.maximum(0, dy)


def both_masks(dy, z):
    return np.where(z > 0, np.maximum(0, dy), 0.0)


def the_value(dy, z):
    return dy * np.maximum(0, z)


def slope_alone(dy, z):
    return relu_derivative(z)


def inputs(rng):
    yield {"dy": np.array([3.0, -2.0, 5.0]), "z": np.array([-1.0, 2.0, 0.0])}
    yield {"dy": rng.normal(size=(3, 4)), "z": rng.normal(size=(3, 4))}
    yield {"dy": np.array([[1.0, -1.0]]), "z": np.array([[0.0, -0.0]])}


EXERCISE = Exercise(
    page="networks/activation-functions",
    equation="eq:relu-slope",
    number="13.7",
    right=relu_backward,
    inputs=inputs,
    mistakes=(
        Mistake(
            on_at_zero,
            "z = 0 处没有导数；本书和 torch 都取 0，这里取了 1。",
            "at z = 0 there is no derivative. The book and torch take 0, this takes 1.",
        ),
        Mistake(
            relu_of_the_gradient,
            "对 dy 取了 ReLU：开关由前向的 z 决定，负的梯度照样通过。",
            "this is the ReLU of dy. The forward z throws the switch, "
            "and negative gradients pass as well.",
        ),
        Mistake(
            both_masks,
            "负的梯度被挡住了：z > 0 时 dy 原样通过，不论正负。",
            "negative gradients are held back. Where z > 0, dy passes as it is.",
        ),
        Mistake(
            the_value,
            "乘的是 ReLU 的值，不是斜率：斜率只有 0 和 1。",
            "this multiplies by the ReLU's value, not by its slope, which is 0 or 1.",
        ),
        Mistake(
            slope_alone,
            "只有斜率，没有乘上游梯度 dy。",
            "this is the slope alone, not multiplied by dy.",
        ),
    ),
    zh="反向经过 ReLU：dy 是对 y = max(0, z) 的梯度，返回对 z 的梯度，z = 0 处取 0。"
    "三者同形状 (...)。",
    en="back through a ReLU: dy is the gradient with respect to y = max(0, z); returns "
    "that with respect to z, 0 at z = 0. All have one shape (...).",
)
