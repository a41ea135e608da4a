"""The subgradient of a linear support vector machine."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.models.linear.linear_svm import subgradient


def of(X, t, push, w):
    return w - X.T @ (t * push), -(t * push).sum()


def only_wrong_ones(X, t, w, b, C):
    return of(X, t, C * (t * (X @ w + b) < 0), w)


def bend_counts(X, t, w, b, C):
    return of(X, t, C * (t * (X @ w + b) <= 1), w)


def averaged(X, t, w, b, C):
    return of(X, t, C / len(t) * (t * (X @ w + b) < 1), w)


def no_decay(X, t, w, b, C):
    grad_w, grad_b = subgradient(X, t, w, b, C)
    return grad_w - w, grad_b


def bias_decays(X, t, w, b, C):
    grad_w, grad_b = subgradient(X, t, w, b, C)
    return grad_w, b + grad_b


def inputs(rng):
    yield {
        "X": np.array([[0.5], [1.0], [2.0]]),
        "t": np.array([1.0, 1.0, -1.0]),
        "w": np.array([1.0]),
        "b": 0.0,
        "C": 1.0,
    }
    for N, d, C in ((5, 2, 0.5), (8, 3, 2.0), (1, 3, 1.5)):
        yield {
            "X": rng.normal(size=(N, d)),
            "t": 2 * (np.arange(N) % 2.0) - 1,
            "w": rng.normal(size=d),
            "b": 0.3,
            "C": C,
        }


EXERCISE = Exercise(
    page="classification/classification-basics",
    equation="eq:svm-slopes",
    number="6.11",
    right=subgradient,
    inputs=inputs,
    mistakes=(
        Mistake(
            only_wrong_ones,
            "只算了答错的样本：间隔 m < 1 的都有 hinge 损失，答对了也算。",
            "only wrong answers push. All with a margin below 1 have a hinge loss, "
            "right answers among them.",
        ),
        Mistake(
            bend_counts,
            "m 恰好为 1 的样本也算了进去：那里次梯度取 0，条件是 m < 1。",
            "a sample exactly at m = 1 counts as 0 here: the condition is m < 1.",
        ),
        Mistake(
            averaged,
            "对样本取了平均：式 (6.10) 是求和。",
            "the hinges are averaged, where (6.10) adds them up.",
        ),
        Mistake(
            no_decay,
            "少了 ½‖w‖² 的梯度，也就是 w 本身。",
            "the slope of half the squared length of w is missing: w itself.",
        ),
        Mistake(
            bias_decays,
            "偏置不在 ½‖w‖² 里：它的梯度中没有 b。",
            "the bias is no part of the length of w: there is no b in its slope.",
        ),
    ),
    zh="式 (6.10) 对 w 和 b 的次梯度；X (N, d)，t (N,) 取 ±1，w (d,)，b 和 C 是数，m "
    "= 1 处取 0；返回 (d,) 和一个数。",
    en="the subgradient of (6.10) by w and b; X (N, d), t (N,) of ±1, w (d,), b and C "
    "numbers; at m = 1 a sample counts as 0; returns (d,) and a number.",
)
