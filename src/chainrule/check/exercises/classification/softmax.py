"""Softmax along the last axis, without overflow."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn.activation.softmax import softmax


def not_shifted(z):
    return np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True)


def over_everything(z):
    power = np.exp(z - z.max())
    return power / power.sum()


def over_the_first_axis(z):
    power = np.exp(z - z.max(axis=0))
    return power / power.sum(axis=0)


def without_exponential(z):
    return z / z.sum(axis=-1, keepdims=True)


def inputs(rng):
    yield {"z": np.array([0.0, np.log(3)])}
    yield {"z": np.array([[3.0, 1.0, -3.0], [0.0, 0.0, 0.0]])}
    yield {"z": rng.normal(size=(2, 3, 4))}
    yield {"z": np.array([[1000.0, 0.0], [-1000.0, -1000.5]])}
    yield {"z": np.array([[0.0, -np.inf]])}


def search(strategies, arrays):
    shapes = arrays.array_shapes(max_dims=3, max_side=5)
    numbers = strategies.floats(-1e4, 1e4)
    return strategies.tuples(arrays.arrays(float, shapes, elements=numbers))


EXERCISE = Exercise(
    page="classification/softmax-regression",
    equation="eq:softmax",
    number="9.2",
    right=softmax,
    inputs=inputs,
    search=search,
    mistakes=(
        Mistake(
            not_shifted,
            "指数溢出：先减去每行最大的 logit，比值不变。",
            "the exponential overflows. Subtract the largest logit of each row first: "
            "the quotient stays the same.",
        ),
        Mistake(
            over_everything,
            "对所有元素求了和：每一行（最后一维）各自归一化。",
            "the sum is over all numbers. Each row, along the last axis, "
            "adds up to one.",
        ),
        Mistake(
            over_the_first_axis,
            "沿第一维归一化了，那是样本；类别在最后一维。",
            "the sum is over the samples. The classes are along the last axis.",
        ),
        Mistake(
            without_exponential,
            "忘了取指数：logit 可以为负，概率不能。",
            "the exponential is missing. Logits may be negative, probabilities not.",
        ),
    ),
    zh="最后一维上的 softmax；z (..., K)，结果同形状。",
    en="softmax along the last axis; z (..., K), the result has the same shape.",
)
