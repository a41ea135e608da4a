"""Ridge regression with a free bias."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.models.regression.ridge import Ridge


def ridge(X, t, alpha):
    model = Ridge(alpha).fit(X, t)
    return model.w_, model.b_


def solved(A, t, penalty):
    theta = np.linalg.solve(A.T @ A + np.diag(penalty), A.T @ t)
    return theta[1:], theta[0]


def bias_penalized(X, t, alpha):
    A = np.column_stack([np.ones(len(X)), X])
    return solved(A, t, np.full(A.shape[1], alpha))


def mean_instead_of_sum(X, t, alpha):
    return ridge(X, t, alpha * len(X))


def no_bias(X, t, alpha):
    eye = np.eye(X.shape[1])
    return np.linalg.solve(X.T @ X + alpha * eye, X.T @ t), 0.0


def half_the_penalty(X, t, alpha):
    return ridge(X, t, alpha / 2)


def inputs(rng):
    yield {
        "X": np.array([[0.0], [1.0], [2.0]]),
        "t": np.array([1.0, 2.0, 6.0]),
        "alpha": 1.0,
    }
    X = rng.normal(1, 2, size=(7, 3))
    yield {"X": X, "t": rng.normal(5, 2, size=7), "alpha": 0.3}
    yield {"X": X, "t": rng.normal(-5, 2, size=7), "alpha": 20.0}


EXERCISE = Exercise(
    page="basics/polynomial-and-pokemon-regression",
    equation="eq:ridge-normal",
    number="5.11",
    right=ridge,
    inputs=inputs,
    mistakes=(
        Mistake(
            bias_penalized,
            "偏置也受了惩罚：D 的第一个对角元是 0，否则结果取决于目标的零点。",
            "the bias pays, too. The first entry of D is 0: otherwise the result "
            "depends on where the targets have their zero.",
        ),
        Mistake(
            mean_instead_of_sum,
            "误差用了平均：式 (5.9) 是求和，λ 就差一个因子 N。",
            "the errors are averaged. (5.9) has a sum, so lambda is off by N.",
        ),
        Mistake(
            no_bias,
            "没有偏置：A 的第一列是 1。",
            "there is no bias: the first column of A is ones.",
        ),
        Mistake(
            half_the_penalty,
            "惩罚是 λ‖w‖²，不是它的一半：平方求导的两个 2 约掉了。",
            "the penalty is lambda |w|², not half of it: both squares give a 2, and "
            "they cancel.",
        ),
    ),
    zh="岭回归的 w 和 b，b 不受惩罚；X (N, d)，t (N,)，alpha 即 λ > 0，"
    "返回 (d,) 和一个数。",
    en="the w and b of ridge regression, b without a penalty; X (N, d), t (N,), alpha "
    "is lambda > 0; returns (d,) and a number.",
    rtol=1e-7,
    atol=1e-9,
)
