"""The gradient of the mean cross-entropy by its logits."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn.activation.softmax import softmax
from chainrule.scratch.nn.loss.cross_entropy import (
    cross_entropy_with_logits_gradient as right,
)


def no_mean(z, t):
    return right(z, t) * len(z)


def columns_of_all_rows(z, t):
    y = softmax(z)
    y[:, t] -= 1
    return y / len(z)


def overflows(z, t):
    y = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    return (y - np.eye(z.shape[1])[t]) / len(z)


def divided_by_all(z, t):
    return right(z, t) / z.shape[1]


def slope_of_the_softmax(z, t):
    y = softmax(z)
    return right(z, t) * y * (1 - y)


def logits_overwritten(z, t):
    z -= z.max(axis=1, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(axis=1, keepdims=True)
    z[np.arange(len(t)), t] -= 1
    return z / len(t)


def inputs(rng):
    yield {"z": np.array([[0.0, np.log(3)], [0.0, 0.0]]), "t": np.array([0, 1])}
    yield {"z": rng.normal(size=(4, 3)), "t": np.array([2, 0, 1, 1])}
    yield {"z": np.array([[1000.0, 0.0], [-1.0, 0.0]]), "t": np.array([0, 0])}


EXERCISE = Exercise(
    page="classification/mnist-from-scratch",
    equation="eq:mnist-slope",
    number="10.3",
    right=right,
    inputs=inputs,
    mistakes=(
        Mistake(
            no_mean,
            "没有除以样本数 N：损失是平均值。",
            "the division by the N samples is missing: the loss is a mean.",
        ),
        Mistake(
            columns_of_all_rows,
            "y[:, t] 选的是每一行的所有这些列：每行只有一个，y[np.arange(N), t]。",
            "y[:, t] picks all these columns in every row. Each row has one: "
            "y[np.arange(N), t].",
        ),
        Mistake(
            overflows,
            "指数溢出：softmax 之前先减去每行的最大值。",
            "the exponential overflows: subtract each row's largest logit before the "
            "softmax.",
        ),
        Mistake(
            divided_by_all,
            "除以了 N·K：只对 N 个样本求平均。",
            "it is divided by N K. The mean is over the N samples alone.",
        ),
        Mistake(
            slope_of_the_softmax,
            "多了 y(1 - y)：y - τ 已经是经过 softmax 的导数。",
            "there is a y(1 - y) too many: y - tau has gone through the softmax "
            "already.",
        ),
        Mistake(
            logits_overwritten,
            "改写了传入的 logit：先复制，z = z - z.max(…) 就会另建一个数组。",
            "it overwrites the logits that it was given. z = z - z.max(…) makes an "
            "array of its own.",
        ),
    ),
    zh="平均交叉熵对 logit 的梯度；z (N, K)，类别 t (N,) 取 0 到 K - 1，结果 (N, K)。",
    en="the gradient of the mean cross-entropy by the logits; z (N, K), classes t (N,) "
    "from 0 to K - 1, the result is (N, K).",
)
