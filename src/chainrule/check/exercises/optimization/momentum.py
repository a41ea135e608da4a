"""One step of momentum, in the form of the notes."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.optim import momentum as right


def old_movement(w, g, m, lr, momentum):
    return w + m, momentum * m - lr * g


def average(w, g, m, lr, momentum):
    m = momentum * m - (1 - momentum) * lr * g
    return w + m, m


def rate_outside(w, g, m, lr, momentum):
    m = momentum * m - g
    return w + lr * m, m


def uphill(w, g, m, lr, momentum):
    m = momentum * m + lr * g
    return w + m, m


def subtracted(w, g, m, lr, momentum):
    m = momentum * m - lr * g
    return w - m, m


def forgets(w, g, m, lr, momentum):
    return w + momentum * m - lr * g, m


def inputs(rng):
    yield {
        "w": np.array([1.0]),
        "g": np.array([2.0]),
        "m": np.array([0.0]),
        "lr": 0.1,
        "momentum": 0.5,
    }
    yield {
        "w": rng.normal(size=(2, 3)),
        "g": rng.normal(size=(2, 3)),
        "m": rng.normal(size=(2, 3)),
        "lr": 0.03,
        "momentum": 0.9,
    }
    yield {
        "w": np.array([1.0, 2.0]),
        "g": np.zeros(2),
        "m": np.array([0.5, -1.0]),
        "lr": 0.2,
        "momentum": 0.8,
    }


EXERCISE = Exercise(
    page="optimization/momentum",
    equation="eq:momentum-movement",
    number="21.1",
    right=right,
    inputs=inputs,
    mistakes=(
        Mistake(
            old_movement,
            "先走了一步才更新 m：参数要加上新的 m。",
            "the step is taken before m is updated. The weights move by the new m.",
        ),
        Mistake(
            average,
            "梯度乘了 1 − μ：那是滑动平均（Adam 的 m），这里梯度只乘 η。",
            "the gradient is multiplied by 1 − μ. That is a moving average, Adam's m; "
            "here it is multiplied by η alone.",
        ),
        Mistake(
            rate_outside,
            "η 乘在了整个 m 上：那是 torch 的写法，η 恒定时轨迹相同，但 m 不同。",
            "η multiplies the whole of m. That is torch's form: the same path for a "
            "constant η, but another m.",
        ),
        Mistake(
            uphill,
            "梯度前的符号反了：m 是移动，含有 −η g。",
            "the gradient has the wrong sign: m is a movement and has −η g in it.",
        ),
        Mistake(
            subtracted,
            "减去了 m：负号已在 m 里，参数加上 m。",
            "m is subtracted. Its sign is in it already: add it to the weights.",
        ),
        Mistake(
            forgets,
            "返回的 m 没有更新：下一步要用新的移动。",
            "the m that is returned is the old one. The next step needs the new one.",
        ),
    ),
    zh="动量法的一步：移动 m 先更新，再加到参数上（笔记的写法，η 在 m 里）。"
    "w、g、m 同形状 (...)，lr、momentum 为数；返回 (w, m)，不改动参数。",
    en="one step of momentum: the movement m is updated, then added to the weights "
    "(the notes' form, with η inside m). w, g, m have one shape (...), lr and momentum "
    "are numbers; returns (w, m) and leaves its arguments alone.",
)
