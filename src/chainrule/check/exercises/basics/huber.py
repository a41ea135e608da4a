"""Huber's loss, averaged."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn.loss.huber import huber


def jumps(y, t, delta):
    r = np.abs(y - t)
    return np.where(r <= delta, r**2 / 2, delta * r).mean()


def without_the_half(y, t, delta):
    r = np.abs(y - t)
    return np.where(r <= delta, r**2, delta * (r - delta / 2)).mean()


def sign_kept(y, t, delta):
    r = y - t
    return np.where(r <= delta, r**2 / 2, delta * (r - delta / 2)).mean()


def summed(y, t, delta):
    return huber(y, t, delta) * y.size


def smooth_l1(y, t, delta):
    return huber(y, t, delta) / delta


def inputs(rng):
    yield {"y": np.array([0.5, -6.0]), "t": np.array([0.0, 0.0]), "delta": 2.0}
    yield {
        "y": np.array([0.5, 1.0, -2.0, 6.0]),
        "t": np.zeros(4),
        "delta": 1.0,
    }
    yield {"y": rng.normal(size=(3, 2)), "t": rng.normal(size=(3, 2)), "delta": 0.7}


def search(strategies, arrays):
    numbers = arrays.arrays(float, 3, elements=strategies.floats(-1e3, 1e3))
    return strategies.tuples(numbers, numbers, strategies.floats(0.01, 100))


EXERCISE = Exercise(
    page="basics/loss-functions",
    equation="eq:huber",
    number="4.6",
    right=huber,
    inputs=inputs,
    search=search,
    mistakes=(
        Mistake(
            jumps,
            "在 |r| = δ 处跳了一下：直线段要减去 δ/2，值才接得上。",
            "the loss jumps at |r| = delta. The straight part needs the - delta/2 to "
            "go on where the parabola ends.",
        ),
        Mistake(
            without_the_half,
            "中间一段少了 1/2：这样斜率在 δ 处也接不上。",
            "the half of the parabola is missing, and the slopes do not meet at delta.",
        ),
        Mistake(
            sign_kept,
            "比较的是误差而不是它的绝对值：很大的负误差仍按平方计算。",
            "the error is compared with its sign: large negative ones are still "
            "squared.",
        ),
        Mistake(
            summed,
            "求了和：这里要所有元素的平均。",
            "this is the sum. The mean over all numbers is asked for.",
        ),
        Mistake(
            smooth_l1,
            "又除以了 δ：那是 PyTorch 的 SmoothL1Loss，不是 Huber。",
            "it is divided by delta: that is torch's SmoothL1Loss, not Huber's.",
        ),
    ),
    zh="Huber 损失对所有元素的平均；y、t 同形状，delta > 0，结果是一个数。",
    en="the mean of Huber's loss over all numbers; y and t of one shape, delta > 0; "
    "the result is a number.",
)
