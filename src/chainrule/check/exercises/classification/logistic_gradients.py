"""The gradients of logistic regression."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.models.linear.logistic_regression import gradients
from chainrule.scratch.nn.activation.sigmoid import sigmoid


def of(X, error):
    return X.T @ error / len(X), error.mean()


def summed(X, t, w, b):
    error = sigmoid(X @ w + b) - t
    return X.T @ error, error.sum()


def slope_of_the_sigmoid(X, t, w, b):
    y = sigmoid(X @ w + b)
    return of(X, (y - t) * y * (1 - y))


def logits_for_probabilities(X, t, w, b):
    return of(X, X @ w + b - t)


def overflows(X, t, w, b):
    power = np.exp(X @ w + b)
    return of(X, power / (1 + power) - t)


def decided_first(X, t, w, b):
    return of(X, (X @ w + b > 0) - t)


def target_minus_prediction(X, t, w, b):
    return of(X, t - sigmoid(X @ w + b))


def inputs(rng):
    yield {
        "X": np.array([[1.0], [3.0]]),
        "t": np.array([0.0, 1.0]),
        "w": np.zeros(1),
        "b": 0.0,
    }
    for N, d in ((4, 2), (6, 3)):
        yield {
            "X": rng.normal(size=(N, d)),
            "t": np.arange(N) % 2.0,
            "w": rng.normal(size=d),
            "b": 0.4,
        }
    for x in -1000.0, 1000.0:
        yield {
            "X": np.array([[x, 1.0]]),
            "t": np.array([1.0]),
            "w": np.array([-1.0, 2.0]),
            "b": 0.0,
        }


EXERCISE = Exercise(
    page="classification/logistic-regression",
    equation="eq:logistic-gradient-w",
    number="8.6",
    right=gradients,
    inputs=inputs,
    mistakes=(
        Mistake(
            summed,
            "没有除以 N：E 是样本的平均。",
            "the 1/N is missing: E is a mean over the samples.",
        ),
        Mistake(
            slope_of_the_sigmoid,
            "多了 y(1 - y)：用交叉熵时它与对数的导数约掉，只有平方误差才留下它。",
            "there is a y(1 - y) too many. With cross-entropy it cancels; the squared "
            "error keeps it.",
        ),
        Mistake(
            logits_for_probabilities,
            "忘了 sigmoid：误差是概率减目标，而不是 logit 减目标。",
            "the sigmoid is missing: the error is the probability minus the target, "
            "not the logit.",
        ),
        Mistake(
            overflows,
            "z 很大时 exp(z) 溢出，inf / inf 成了 NaN：只对 -|z| 取指数。",
            "exp(z) overflows for large z, and inf / inf is NaN. Take the exponential "
            "of -|z| alone.",
        ),
        Mistake(
            decided_first,
            "先判成了 0 或 1：误差要用概率，判得有多肯定也算数。",
            "the answer is decided before the target is subtracted. The error holds "
            "the probability: how sure it was counts.",
        ),
        Mistake(
            target_minus_prediction,
            "符号反了：误差是预测减目标。",
            "the sign is wrong: the error is the prediction minus the target.",
        ),
    ),
    zh="式 (8.5) 对 w 和 b 的梯度；X (N, d)，t (N,) 取 0 或 1，w (d,)，b 是数，"
    "返回 (d,) 和一个数。",
    en="the gradients of (8.5) by w and b; X (N, d), t (N,) of 0 and 1, w (d,), b a "
    "number; returns (d,) and a number.",
)
