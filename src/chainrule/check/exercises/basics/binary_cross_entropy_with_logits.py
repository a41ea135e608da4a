"""Binary cross-entropy from logits."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn.activation.sigmoid import sigmoid
from chainrule.scratch.nn.loss.binary_cross_entropy import (
    binary_cross_entropy_with_logits,
)


def costs(y, t):
    return -t * np.log(y) - (1 - t) * np.log(1 - y)


def logarithm_of_the_sigmoid(z, t):
    return costs(sigmoid(z), t).mean()


def clipped(z, t):
    return costs(np.clip(sigmoid(z), 1e-7, 1 - 1e-7), t).mean()


def exponential_overflows(z, t):
    return ((1 - t) * np.log(1 + np.exp(z)) + t * np.log(1 + np.exp(-z))).mean()


def classes_swapped(z, t):
    return binary_cross_entropy_with_logits(-z, t)


def summed(z, t):
    return binary_cross_entropy_with_logits(z, t) * z.size


def inputs(rng):
    yield {"z": np.array([0.0, np.log(3)]), "t": np.array([1.0, 0.0])}
    yield {"z": rng.normal(size=(3, 2)), "t": np.array([[1.0, 0], [0, 1], [0.25, 1]])}
    yield {"z": np.array([40.0, -40.0, 2.0]), "t": np.array([0.0, 1.0, 1.0])}
    yield {"z": np.array([1000.0, -1000.0]), "t": np.array([0.0, 1.0])}


EXERCISE = Exercise(
    page="basics/loss-functions",
    equation="eq:bce-logits",
    number="4.13",
    right=binary_cross_entropy_with_logits,
    inputs=inputs,
    mistakes=(
        Mistake(
            logarithm_of_the_sigmoid,
            "先算 sigmoid 再取对数：概率舍入成 0 或 1，损失成了 inf 或 NaN。"
            "直接用 logit，见式 (4.13)。",
            "the sigmoid is rounded to 0 or 1, and its logarithm is inf or NaN. Stay "
            "with the logits, as (4.13) does.",
        ),
        Mistake(
            clipped,
            "把概率截断在 0 和 1 之间，损失就停在 16 左右，梯度也没了：用式 (4.13)。",
            "with clipped probabilities the loss stops at about 16, without a "
            "gradient. (4.13) needs no clipping.",
        ),
        Mistake(
            exponential_overflows,
            "公式对，但 exp 会溢出：np.logaddexp(0, z) 就是稳定的 ln(1 + exp(z))。",
            "the formula is right, but exp overflows: np.logaddexp(0, z) is "
            "ln(1 + exp(z)) without that.",
        ),
        Mistake(
            classes_swapped,
            "t 和 1 - t 用反了：t = 1 时应是 ln(1 + exp(-z))。",
            "t and 1 - t are swapped: t = 1 pays ln(1 + exp(-z)).",
        ),
        Mistake(
            summed,
            "求了和：这里要所有元素的平均。",
            "this is the sum. The mean over all numbers is asked for.",
        ),
    ),
    zh="二元交叉熵对所有元素的平均；logit z 与目标 t（0 到 1）同形状，结果是一个数。",
    en="the mean binary cross-entropy; logits z and targets t from 0 to 1 of one "
    "shape; the result is a number.",
)
