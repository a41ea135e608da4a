"""The second derivatives of logistic regression."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.models.linear.logistic_regression import hessian, probability
from chainrule.scratch.preprocessing.design_matrix import design_matrix


def weighed(A, r):
    return (A.T * r) @ A / len(A)


def of_least_squares(X, w, b):
    return weighed(design_matrix(X), 1.0)


def probability_alone(X, w, b):
    return weighed(design_matrix(X), probability(X, w, b))


def summed(X, w, b):
    return hessian(X, w, b) * len(X)


def weights_alone(X, w, b):
    return hessian(X, w, b)[1:, 1:]


def ones_behind(X, w, b):
    return np.roll(hessian(X, w, b), -1, axis=(0, 1))


def inputs(rng):
    yield {"X": np.array([[1.0], [3.0]]), "w": np.zeros(1), "b": 0.0}
    for N, d in ((4, 2), (7, 3), (1, 2)):
        yield {"X": rng.normal(size=(N, d)), "w": rng.normal(size=d), "b": -0.3}


EXERCISE = Exercise(
    page="classification/logistic-regression",
    equation="eq:logistic-hessian",
    number="8.8",
    right=hessian,
    inputs=inputs,
    mistakes=(
        Mistake(
            of_least_squares,
            "少了 R：每个样本要乘上 y(1 - y)。",
            "R is missing: each sample counts with y(1 - y).",
        ),
        Mistake(
            probability_alone,
            "R 的对角元是 y(1 - y)，不是 y。",
            "the diagonal of R is y(1 - y), not y.",
        ),
        Mistake(summed, "没有除以 N。", "the 1/N is missing."),
        Mistake(
            weights_alone,
            "少了偏置的行和列：A 的第一列是 1，结果是 (d + 1, d + 1)。",
            "the row and the column of the bias are missing: A begins with ones, and "
            "the result is (d + 1, d + 1).",
        ),
        Mistake(
            ones_behind,
            "偏置放在了最后：θ = (b, w₁, …)，1 的那一列在最前。",
            "the bias comes last here. It is theta = (b, w_1, …): the ones stand in "
            "front.",
        ),
    ),
    zh="式 (8.5) 对 θ = (b, w₁, …, w_d) 的二阶导数 (d + 1, d + 1)；X (N, d)，w (d,)，"
    "b 是数。",
    en="the second derivatives of (8.5) by theta = (b, w_1, …, w_d), (d + 1, d + 1); "
    "X (N, d), w (d,), b a number.",
)
