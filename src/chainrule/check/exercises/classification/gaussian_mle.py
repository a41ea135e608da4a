"""Mean and covariance of the most likely Gaussian."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.models.generative.gaussian import gaussian_mle


def unbiased(X):
    return X.mean(axis=0), np.cov(X.T, ddof=1).reshape(2 * X.shape[1:])


def not_centred(X):
    return X.mean(axis=0), X.T @ X / len(X)


def difference_of_means(X):
    mean = X.mean(axis=0)
    return mean, X.T @ X / len(X) - np.outer(mean, mean)


def variances_alone(X):
    return X.mean(axis=0), np.diag(X.var(axis=0))


def samples_for_features(X):
    return X.mean(axis=1), np.cov(X, ddof=0).reshape(2 * X.shape[:1])


def summed(X):
    mean, covariance = gaussian_mle(X)
    return mean, covariance * len(X)


def inputs(rng):
    yield {"X": np.array([[1.0, 0.0], [3.0, 4.0], [5.0, 2.0]])}
    yield {"X": rng.normal(2, 3, size=(6, 3))}
    yield {"X": rng.normal(-1, 1, size=(5, 1))}
    yield {"X": 1e8 + np.array([[1.0, 2.0], [3.0, -4.0], [-2.0, 2.0], [2.0, 4.0]])}


EXERCISE = Exercise(
    page="classification/generative-classifiers",
    equation="eq:gaussian-mle",
    number="7.8",
    right=gaussian_mle,
    inputs=inputs,
    mistakes=(
        Mistake(
            unbiased,
            "除以了 N - 1：最大似然除以 N。np.cov 默认除以 N - 1。",
            "it is divided by N - 1, as np.cov does. Maximum likelihood divides by N.",
        ),
        Mistake(
            not_centred,
            "没有减去均值：协方差是偏差的乘积的平均。",
            "the mean is not subtracted: the covariance averages products of "
            "deviations.",
        ),
        Mistake(
            difference_of_means,
            "用了“平方的平均减去平均的平方”：数据离 0 很远时，两个大数相减，"
            "有效数字全丢了。先减均值，再相乘。",
            "this is the mean of the squares minus the square of the mean. Far from "
            "zero these are two large numbers, and no digit of their difference is "
            "right: subtract the mean first.",
        ),
        Mistake(
            variances_alone,
            "只有方差：不同特征之间的协方差也要算。",
            "these are the variances alone. The covariances of different features "
            "belong there, too.",
        ),
        Mistake(
            samples_for_features,
            "行列弄反了：每行是一个样本，结果是 (d,) 和 (d, d)。",
            "rows and columns are swapped: a row is a sample, and the results are "
            "(d,) and (d, d).",
        ),
        Mistake(
            summed,
            "没有除以 N。",
            "the division by N is missing.",
        ),
    ),
    zh="最大似然的均值 (d,) 和协方差 (d, d)；每行一个样本，X (N, d)。",
    en="mean (d,) and covariance (d, d) of maximum likelihood; a sample a row, "
    "X (N, d).",
)
