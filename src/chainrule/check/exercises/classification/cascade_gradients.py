"""The gradients of logistic units in cascade."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.models.shallow.cascaded_logistic import gradients
from chainrule.scratch.nn.activation.sigmoid import sigmoid


def backward(X, t, W, b, c, b0, slope, share=None):
    a = sigmoid(X @ W.T + b)
    y = sigmoid(a @ c + b0)
    delta = (y - t) / (share or len(t))
    hidden = delta[:, None] * c * slope(a)
    return hidden.T @ X, hidden.sum(axis=0), delta @ a, delta.sum()


def no_slope(X, t, W, b, c, b0):
    return backward(X, t, W, b, c, b0, np.ones_like)


def slope_at_the_output(X, t, W, b, c, b0):
    return backward(X, t, W, b, c, b0, lambda a: sigmoid(a) * (1 - sigmoid(a)))


def no_mean(X, t, W, b, c, b0):
    return backward(X, t, W, b, c, b0, lambda a: a * (1 - a), share=1)


def outer_weights_forgotten(X, t, W, b, c, b0):
    a = sigmoid(X @ W.T + b)
    delta = (sigmoid(a @ c + b0) - t) / len(t)
    hidden = delta[:, None] * a * (1 - a)
    return hidden.T @ X, hidden.sum(axis=0), delta @ a, delta.sum()


def slope_at_the_end_too(X, t, W, b, c, b0):
    a = sigmoid(X @ W.T + b)
    y = sigmoid(a @ c + b0)
    delta = (y - t) * y * (1 - y) / len(t)
    hidden = delta[:, None] * c * a * (1 - a)
    return hidden.T @ X, hidden.sum(axis=0), delta @ a, delta.sum()


def inputs(rng):
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    for X, K in (
        (corners, 2),
        (rng.normal(size=(6, 3)), 4),
        (corners, 1),
        (corners[2:3], 3),
    ):
        yield {
            "X": X,
            "t": np.arange(len(X)) % 2.0,
            "W": rng.normal(size=(K, X.shape[1])),
            "b": rng.normal(size=K),
            "c": rng.normal(size=K),
            "b0": rng.normal(),
        }


EXERCISE = Exercise(
    page="classification/xor-and-feature-transformation",
    equation="eq:cascade-gradients",
    number="11.9",
    right=gradients,
    inputs=inputs,
    mistakes=(
        Mistake(
            no_slope,
            "隐藏单元的 σ′ 丢了：误差穿过 sigmoid 时要乘以 a(1 - a)。",
            "the slope of the hidden units is missing: on its way back through a "
            "sigmoid the error is multiplied by a(1 - a).",
        ),
        Mistake(
            slope_at_the_output,
            "σ′ 取在了 a 处：a 已经是 sigmoid 的输出，导数就是 a(1 - a)。",
            "the slope is taken at a. That is the sigmoid's output already: the slope "
            "is a(1 - a).",
        ),
        Mistake(
            no_mean,
            "没有除以 N：L 是样本的平均。",
            "the 1/N is missing: L is a mean over the samples.",
        ),
        Mistake(
            outer_weights_forgotten,
            "少了外层权重 cᵢ：误差经由它传回第 i 个单元。",
            "the outer weights c_i are missing: it is through them that the error "
            "comes back to unit i.",
        ),
        Mistake(
            slope_at_the_end_too,
            "输出处多了 y(1 - y)：用交叉熵时它约掉了。",
            "there is a y(1 - y) too many at the output: with cross-entropy it "
            "cancels.",
        ),
    ),
    zh="式 (11.8) 对 W、b、c 和 b0 的梯度，形状与它们相同；X (N, d)，t (N,) 取 0 或 1，"
    "W (K, d)，b 和 c (K,)，b0 是数。",
    en="the gradients of (11.8) by W, b, c and b0, in their shapes; X (N, d), t (N,) "
    "of 0 and 1, W (K, d), b and c (K,), b0 a number.",
)
