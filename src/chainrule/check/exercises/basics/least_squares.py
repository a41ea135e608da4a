"""The line of least squares."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.models.regression.linear_regression import least_squares


def solved(A, t):
    return np.linalg.lstsq(A, t, rcond=None)[0]


def through_zero(X, t):
    return solved(X, t), 0.0


def mean_of_the_targets(X, t):
    return solved(X - X.mean(axis=0), t - t.mean()), t.mean()


def ones_in_front_taken_from_behind(X, t):
    theta = solved(np.column_stack([np.ones(len(X)), X]), t)
    return theta[:-1], theta[-1]


def targets_not_centred(X, t):
    w = solved(X, t - t.mean())
    return w, t.mean() - X.mean(axis=0) @ w


def inputs(rng):
    yield {"X": np.array([[0.0], [1.0], [2.0]]), "t": np.array([1.0, 2.0, 6.0])}
    for N, d in ((6, 2), (9, 3)):
        yield {"X": rng.normal(1, 2, size=(N, d)), "t": rng.normal(5, 2, size=N)}


EXERCISE = Exercise(
    page="basics/linear-regression",
    equation="eq:normal-equations",
    number="2.9",
    right=least_squares,
    inputs=inputs,
    mistakes=(
        Mistake(
            through_zero,
            "没有偏置：直线被迫经过原点。在特征前加一列 1，或者先减去均值。",
            "there is no bias, so that the line must go through zero. Put a column of "
            "ones in front, or subtract the means first.",
        ),
        Mistake(
            mean_of_the_targets,
            "偏置取了目标的均值；减去特征均值之后还要还原：b = t̄ - x̄ w。",
            "the bias is the mean of the targets. After the features were centred it "
            "is that minus their means times w.",
        ),
        Mistake(
            ones_in_front_taken_from_behind,
            "1 的那一列放在最前，偏置却取了最后一个：theta[0] 才是 b。",
            "the ones stand in front, but the bias is taken from behind: "
            "it is theta[0].",
        ),
        Mistake(
            targets_not_centred,
            "只有目标减去了均值，特征没有：两者都要减。",
            "the targets alone are centred. The features have a mean, too.",
        ),
    ),
    zh="均方误差最小的 w 和 b；X (N, d) 的列线性无关，t (N,)，返回 (d,) 和一个数。",
    en="the w and b of the smallest mean squared error; X (N, d) of independent "
    "columns, t (N,); returns (d,) and a number.",
    rtol=1e-7,
    atol=1e-9,
)
