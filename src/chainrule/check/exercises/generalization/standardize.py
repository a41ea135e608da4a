"""Standardize with the statistics of the training set."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake, cancels


def standardize(train, x):
    return (x - train.mean(axis=0)) / train.std(axis=0)


def own_statistics(train, x):
    return (x - x.mean(axis=0)) / x.std(axis=0)


def statistics_of_both(train, x):
    return standardize(np.concatenate([train, x]), x)


def unbiased(train, x):
    return (x - train.mean(axis=0)) / train.std(axis=0, ddof=1)


def difference_of_means(train, x):
    mean = train.mean(axis=0)
    return (x - mean) / np.sqrt((train**2).mean(axis=0) - mean**2)


def by_the_variance(train, x):
    return (x - train.mean(axis=0)) / train.var(axis=0)


def over_everything(train, x):
    return (x - train.mean()) / train.std()


def over_the_features(train, x):
    return (x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True)


def inputs(rng):
    yield {
        "train": np.array([[2.0, 3000.0], [3.0, 2000.0], [4.0, 7000.0]]),
        "x": np.array([[3.0, 5000.0]]),
    }
    scale = np.array([1.0, 50.0, 0.1])
    yield {
        "train": 3 + scale * rng.normal(size=(6, 3)),
        "x": scale * rng.normal(size=(4, 3)),
    }
    yield {
        "train": 1e8 + np.array([[1.0, 2.0], [3.0, -4.0], [-2.0, 2.0], [2.0, 4.0]]),
        "x": 1e8 + np.array([[3.0, 1.0]]),
    }


EXERCISE = Exercise(
    page="generalization/normalization",
    equation="eq:standardize",
    number="32.4",
    right=standardize,
    inputs=inputs,
    mistakes=(
        Mistake(
            own_statistics,
            "用了 x 自己的均值和标准差：它们属于模型，取自训练集；单个样本减去自己的"
            "均值全是零。",
            "this takes the statistics of x. They belong to the model and come from "
            "the training set; a single sample minus its mean is all zeros.",
        ),
        Mistake(
            statistics_of_both,
            "统计量里混进了 x：划分之前取的统计量看到了测试集。",
            "x is among the statistics: taken before the split they have seen the "
            "test set.",
        ),
        Mistake(
            unbiased,
            "除以了 N − 1：这里是总体标准差，除以 N，与 scikit-learn 的 StandardScaler "
            "一样。",
            "divided by N − 1. Here, as in scikit-learn's StandardScaler, "
            "the deviation divides by N.",
        ),
        cancels(difference_of_means),
        Mistake(
            by_the_variance,
            "除以了方差：除以标准差，结果才没有单位。",
            "this divides by the variance; divided by the deviation, "
            "the result has no unit.",
        ),
        Mistake(
            over_everything,
            "所有特征共用了一个均值：每个特征（列）各有各的。",
            "all features share one mean. Each, a column, has its own.",
        ),
        Mistake(
            over_the_features,
            "沿特征取了统计量：沿样本取，axis=0。",
            "the statistics run over the features. Take them over the samples, axis=0.",
        ),
    ),
    zh="用训练集的统计量标准化 x。train (N, d)，x (M, d)，行是样本，没有常数特征；"
    "标准差除以 N。返回 (M, d)。",
    en="standardize x with the statistics of the training set. train (N, d), x (M, d), "
    "rows are samples, no feature is constant; the deviation divides by N. "
    "Returns (M, d).",
)
