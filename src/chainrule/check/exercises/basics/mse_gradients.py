"""The gradients of the mean squared error of a linear model."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.models.regression.linear_regression import gradients


def summed(X, t, w, b):
    error = X @ w + b - t
    return 2 * X.T @ error, 2 * error.sum()


def without_the_two(X, t, w, b):
    error = X @ w + b - t
    return X.T @ error / len(t), error.mean()


def target_minus_prediction(X, t, w, b):
    error = t - (X @ w + b)
    return 2 * X.T @ error / len(t), 2 * error.mean()


def mean_over_everything(X, t, w, b):
    error = X @ w + b - t
    return 2 * X.T @ error / X.size, 2 * error.mean()


def bias_summed(X, t, w, b):
    error = X @ w + b - t
    return 2 * X.T @ error / len(t), 2 * error.sum()


def inputs(rng):
    yield {
        "X": np.array([[0.0], [1.0], [2.0]]),
        "t": np.array([1.0, 2.0, 6.0]),
        "w": np.zeros(1),
        "b": 0.0,
    }
    for N, d in ((1, 3), (5, 2), (4, 4)):
        yield {
            "X": rng.normal(size=(N, d)),
            "t": rng.normal(size=N),
            "w": rng.normal(size=d),
            "b": rng.normal(),
        }


def search(strategies, arrays):
    numbers = strategies.floats(-1e3, 1e3)

    def of(N, d):
        return strategies.tuples(
            arrays.arrays(float, (N, d), elements=numbers),
            arrays.arrays(float, N, elements=numbers),
            arrays.arrays(float, d, elements=numbers),
            numbers,
        )

    sides = strategies.integers(1, 4)
    return sides.flatmap(lambda N: sides.flatmap(lambda d: of(N, d)))


EXERCISE = Exercise(
    page="basics/linear-regression",
    equation="eq:gradient-w",
    number="2.5",
    right=gradients,
    inputs=inputs,
    search=search,
    mistakes=(
        Mistake(
            summed,
            "没有除以 N：损失是平均值，数据复制一份时梯度不该变。",
            "the 1/N is missing. The loss is a mean: a copy of all samples must not "
            "change its gradient.",
        ),
        Mistake(
            without_the_two,
            "平方求导的 2 丢了：式 (2.3) 前面没有 1/2。",
            "the 2 of the square is missing: there is no 1/2 in (2.3).",
        ),
        Mistake(
            target_minus_prediction,
            "符号反了：误差是预测减目标。",
            "the sign is wrong: the error is the prediction minus the target.",
        ),
        Mistake(
            mean_over_everything,
            "对 w 的梯度除以了 N·d：只对样本求平均，每个特征各有自己的分量。",
            "the gradient by w is divided by N d. The mean is over samples; each "
            "feature has an entry of its own.",
        ),
        Mistake(
            bias_summed,
            "对 b 的梯度忘了除以 N，见式 (2.6)。",
            "the gradient by b is a sum, where (2.6) has a mean.",
        ),
    ),
    zh="均方误差对 w 和 b 的梯度；X (N, d)，t (N,)，w (d,)，b 是数，"
    "返回 (d,) 和一个数。",
    en="the gradients of the mean squared error by w and b; X (N, d), t (N,), w (d,), "
    "b a number; returns (d,) and a number.",
    atol=1e-9,
)
