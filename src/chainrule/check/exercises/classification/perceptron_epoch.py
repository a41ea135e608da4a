"""One pass of a perceptron over the samples."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def perceptron_epoch(X, t, w, b, lr):
    w = np.array(w, dtype=float)
    for x_n, t_n in zip(X, t, strict=True):
        if t_n * (w @ x_n + b) <= 0:  # wrong, or undecided
            w, b = w + lr * t_n * x_n, b + lr * t_n
    return w, b


def zero_is_right(X, t, w, b, lr):
    for x_n, t_n in zip(X, t, strict=True):
        if t_n * (w @ x_n + b) < 0:
            w, b = w + lr * t_n * x_n, b + lr * t_n
    return w, b


def all_at_once(X, t, w, b, lr):
    wrong = t * (X @ w + b) <= 0
    return w + lr * (t * wrong) @ X, b + lr * (t * wrong).sum()


def every_sample(X, t, w, b, lr):
    return w + lr * t @ X, b + lr * t.sum()


def bias_stays(X, t, w, b, lr):
    for x_n, t_n in zip(X, t, strict=True):
        if t_n * (w @ x_n + b) <= 0:
            w = w + lr * t_n * x_n
    return w, b


def away_from_the_class(X, t, w, b, lr):
    for x_n, t_n in zip(X, t, strict=True):
        if t_n * (w @ x_n + b) <= 0:
            w, b = w - lr * t_n * x_n, b - lr * t_n
    return w, b


def inputs(rng):
    yield {
        "X": np.array([[1.0, 2.0], [2.0, 2.0]]),
        "t": np.array([1.0, -1.0]),
        "w": np.zeros(2),
        "b": 0.0,
        "lr": 1.0,
    }
    for N, d, lr in ((6, 2, 0.5), (9, 3, 1.0)):
        yield {
            "X": rng.normal(size=(N, d)),
            "t": 2 * (np.arange(N) % 2.0) - 1,
            "w": rng.normal(size=d),
            "b": 0.5,
            "lr": lr,
        }


EXERCISE = Exercise(
    page="classification/classification-basics",
    equation="eq:perceptron-update",
    number="6.7",
    right=perceptron_epoch,
    inputs=inputs,
    mistakes=(
        Mistake(
            zero_is_right,
            "得分恰好为 0 也算错：否则从零权重出发永远不动。",
            "a score of exactly 0 counts as wrong: from zero weights nothing would "
            "ever move.",
        ),
        Mistake(
            all_at_once,
            "所有样本都用旧权重判断：感知机一个样本接一个样本，每次用最新的权重。",
            "all samples are judged by the old weights. A perceptron takes one after "
            "the other, each with the newest.",
        ),
        Mistake(
            every_sample,
            "答对的样本也更新了：只有答错时才动。",
            "right answers move the weights, too. Only wrong ones should.",
        ),
        Mistake(
            bias_stays,
            "偏置没有更新：b 也加上 η t。",
            "the bias is not updated: it moves by lr t.",
        ),
        Mistake(
            away_from_the_class,
            "方向反了：答错的样本要加上 η t x，使得分向 t 靠近。",
            "the sign is wrong: lr t x is added, so that the score moves towards t.",
        ),
    ),
    zh="按顺序过一遍所有样本之后的 w 和 b，得分为 0 也算答错；X (N, d)，t (N,) 取 ±1，"
    "w (d,)，b 和 lr 是数，返回 (d,) 和一个数。",
    en="the w and b after one pass over the samples in their order, where a score of "
    "0 is wrong; X (N, d), t (N,) of ±1, w (d,), b and lr numbers; returns (d,) "
    "and a number.",
)
