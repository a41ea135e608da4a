"""One step of RMSProp."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.optim import rmsprop as right


def eps_in_the_root(w, g, v, lr, alpha, eps):
    v = alpha * v + (1 - alpha) * g**2
    return w - lr * g / np.sqrt(v + eps), v


def swapped(w, g, v, lr, alpha, eps):
    v = (1 - alpha) * v + alpha * g**2
    return w - lr * g / (np.sqrt(v) + eps), v


def sum_instead(w, g, v, lr, alpha, eps):
    v = alpha * v + g**2
    return w - lr * g / (np.sqrt(v) + eps), v


def no_root(w, g, v, lr, alpha, eps):
    v = alpha * v + (1 - alpha) * g**2
    return w - lr * g / (v + eps), v


def average_of_g(w, g, v, lr, alpha, eps):
    v = alpha * v + (1 - alpha) * np.abs(g)
    return w - lr * g / (v + eps), v


def old_average(w, g, v, lr, alpha, eps):
    return w - lr * g / (np.sqrt(v) + eps), alpha * v + (1 - alpha) * g**2


def inputs(rng):
    yield {
        "w": np.array([1.0]),
        "g": np.array([2.0]),
        "v": np.array([9.0]),
        "lr": 0.1,
        "alpha": 0.8,
        "eps": 1e-8,
    }
    yield {
        "w": rng.normal(size=(2, 3)),
        "g": rng.normal(size=(2, 3)),
        "v": rng.uniform(0.5, 2, size=(2, 3)),
        "lr": 0.01,
        "alpha": 0.99,
        "eps": 0.1,
    }
    yield {
        "w": np.array([1.0, 2.0]),
        "g": np.array([0.0, 1e-3]),
        "v": np.zeros(2),
        "lr": 0.01,
        "alpha": 0.9,
        "eps": 1e-4,
    }


EXERCISE = Exercise(
    page="optimization/adaptive-learning-rates",
    equation="eq:rmsprop-step",
    number="22.13",
    right=right,
    inputs=inputs,
    mistakes=(
        Mistake(
            eps_in_the_root,
            "ε 在根号里了：这里和 torch 一样放在根号外。",
            "ε stands inside the root. Here, as in torch, it is outside.",
        ),
        Mistake(
            swapped,
            "α 和 1 − α 换了位置：α 是旧值的份额。",
            "α and 1 − α are exchanged: α is the share of the old value.",
        ),
        Mistake(
            sum_instead,
            "新的平方没有乘 1 − α：那样是衰减的和，不是平均。",
            "the new square is not multiplied by 1 − α: that is a fading sum, "
            "no average.",
        ),
        Mistake(
            no_root,
            "没有开根号：v 是均方，要除以的是它的平方根。",
            "the root is missing: v is a mean square, and the step divides by its "
            "root.",
        ),
        Mistake(
            average_of_g,
            "平均的是 |g|：均方根平均的是 g²。",
            "this averages |g|; a root mean square averages g².",
        ),
        Mistake(
            old_average,
            "步子里用了旧的 v：先更新 v，再除。",
            "the step divides by the old v. Update it first.",
        ),
    ),
    zh="RMSProp 的一步：v 是 g² 的滑动平均，旧值的份额为 alpha，ε 在根号外，无动量。"
    "w、g、v 同形状 (...)，其余为数；返回 (w, v)。",
    en="one step of RMSProp: v is a moving average of g² that keeps the share alpha of "
    "the old value, ε outside the root, no momentum. w, g, v have one shape (...), "
    "the others are numbers; returns (w, v).",
)
