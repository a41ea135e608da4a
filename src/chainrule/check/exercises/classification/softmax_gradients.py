"""The gradients of softmax regression."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.models.linear.softmax_regression import class_probabilities
from chainrule.scratch.models.linear.softmax_regression import (
    softmax_gradients as right,
)


def error(X, t, W, b):
    return class_probabilities(X, W, b) - np.eye(len(b))[t]


def summed(X, t, W, b):
    delta = error(X, t, W, b)
    return delta.T @ X, delta.sum(axis=0)


def mean_over_classes(X, t, W, b):
    delta = error(X, t, W, b)
    return delta.T @ X / delta.size, delta.sum(axis=0) / delta.size


def transposed(X, t, W, b):
    by_W, by_b = right(X, t, W, b)
    return by_W.T, by_b


def overflows(X, t, W, b):
    power = np.exp(X @ W.T + b)
    delta = power / power.sum(axis=1, keepdims=True) - np.eye(len(b))[t]
    return delta.T @ X / len(X), delta.mean(axis=0)


def true_class_alone(X, t, W, b):
    delta = error(X, t, W, b) * np.eye(len(b))[t]
    return delta.T @ X / len(X), delta.mean(axis=0)


def targets_as_numbers(X, t, W, b):
    delta = class_probabilities(X, W, b) - t[:, None]
    return delta.T @ X / len(X), delta.mean(axis=0)


def slope_of_the_softmax(X, t, W, b):
    y = class_probabilities(X, W, b)
    delta = error(X, t, W, b) * y * (1 - y)
    return delta.T @ X / len(X), delta.mean(axis=0)


def inputs(rng):
    yield {
        "X": np.array([[1.0], [2.0]]),
        "t": np.array([0, 2]),
        "W": np.zeros((3, 1)),
        "b": np.zeros(3),
    }
    for N, d, K in ((5, 2, 3), (7, 4, 4)):
        yield {
            "X": rng.normal(size=(N, d)),
            "t": rng.integers(0, K, N),
            "W": rng.normal(size=(K, d)),
            "b": rng.normal(size=K),
        }
    yield {
        "X": np.array([[500.0, 1.0]]),
        "t": np.array([1]),
        "W": np.array([[2.0, 0.0], [0.0, 1.0], [-2.0, 0.5]]),
        "b": np.array([0.0, 1.0, 0.0]),
    }


EXERCISE = Exercise(
    page="classification/softmax-regression",
    equation="eq:softmax-gradient-w",
    number="9.8",
    right=right,
    inputs=inputs,
    mistakes=(
        Mistake(
            summed,
            "没有除以 N：E 是样本的平均。",
            "the 1/N is missing: E is a mean over the samples.",
        ),
        Mistake(
            mean_over_classes,
            "除以了 N·K：只对 N 个样本求平均，类别各有自己的行。",
            "it is divided by N K. The mean is over samples; each class has a row of "
            "its own.",
        ),
        Mistake(
            transposed,
            "形状转置了：W (K, d) 每类一行，梯度同形状。",
            "the shape is transposed: W (K, d) has a row for each class, and so has "
            "its gradient.",
        ),
        Mistake(
            overflows,
            "指数溢出：softmax 之前先减去每行最大的 logit。",
            "the exponential overflows: subtract each row's largest logit before the "
            "softmax.",
        ),
        Mistake(
            true_class_alone,
            "只更新了正确的那一类：其他类的 δ = y 也要算。",
            "only the true class gets a gradient. For the others delta is y, not 0.",
        ),
        Mistake(
            targets_as_numbers,
            "减去的是类别的编号：目标要先变成 one-hot。",
            "the number of the class is subtracted. Make the targets one-hot first.",
        ),
        Mistake(
            slope_of_the_softmax,
            "多了 y(1 - y)：与交叉熵合在一起时它已经约掉了。",
            "there is a y(1 - y) too many: together with cross-entropy it cancels.",
        ),
    ),
    zh="式 (9.6) 对 W 和 b 的梯度；X (N, d)，类别 t (N,) 取 0 到 K - 1，W (K, d)，"
    "b (K,)，返回 (K, d) 和 (K,)。",
    en="the gradients of (9.6) by W and b; X (N, d), classes t (N,) from 0 to K - 1, "
    "W (K, d), b (K,); returns (K, d) and (K,).",
)
