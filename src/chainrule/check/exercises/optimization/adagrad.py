"""One step of Adagrad."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.optim import adagrad as right


def old_sum(w, g, s, lr, eps):
    return w - lr * g / (np.sqrt(s) + eps), s + g**2


def eps_in_the_root(w, g, s, lr, eps):
    s = s + g**2
    return w - lr * g / np.sqrt(s + eps), s


def no_root(w, g, s, lr, eps):
    s = s + g**2
    return w - lr * g / (s + eps), s


def newest_alone(w, g, s, lr, eps):
    s = g**2
    return w - lr * g / (np.sqrt(s) + eps), s


def one_for_all(w, g, s, lr, eps):
    s = s + np.sum(g**2)
    return w - lr * g / (np.sqrt(s) + eps), s


def not_squared(w, g, s, lr, eps):
    s = s + np.abs(g)
    return w - lr * g / (np.sqrt(s) + eps), s


def inputs(rng):
    yield {
        "w": np.array([1.0, 1.0]),
        "g": np.array([3.0, -1.0]),
        "s": np.array([16.0, 0.0]),
        "lr": 0.1,
        "eps": 1e-10,
    }
    yield {
        "w": rng.normal(size=(2, 3)),
        "g": rng.normal(size=(2, 3)),
        "s": rng.uniform(1, 9, size=(2, 3)),
        "lr": 0.5,
        "eps": 0.1,
    }
    yield {
        "w": np.array([1.0, -2.0]),
        "g": np.array([0.0, 1e-4]),
        "s": np.zeros(2),
        "lr": 0.1,
        "eps": 1e-3,
    }


EXERCISE = Exercise(
    page="optimization/adaptive-learning-rates",
    equation="eq:adagrad-step",
    number="22.8",
    right=right,
    inputs=inputs,
    mistakes=(
        Mistake(
            old_sum,
            "先走了一步才累加：s 要先加上这次的 g²，否则第一步只除以 ε。",
            "the step comes before the sum. g² of now belongs in it, "
            "or the first step divides by ε alone.",
        ),
        Mistake(
            eps_in_the_root,
            "ε 在根号里了：论文和 torch 都在根号外。",
            "ε stands inside the root. The paper and torch have it outside.",
        ),
        Mistake(
            no_root,
            "没有开根号：步长的单位就不对了，g/√(g²) 才与尺度无关。",
            "the root is missing. Only g/√(g²) is free of the gradient's scale.",
        ),
        Mistake(
            newest_alone,
            "只留下了这次的平方：Adagrad 的 s 是从头累加的和。",
            "this keeps the newest square alone. Adagrad adds up all since the start.",
        ),
        Mistake(
            one_for_all,
            "把所有参数的梯度平方加到了一起：每个参数有自己的 s。",
            "the squared gradients of all parameters are added together. Each "
            "parameter has an s of its own.",
        ),
        Mistake(
            not_squared,
            "累加的是 |g|：应为 g²。",
            "this adds |g|, not g².",
        ),
    ),
    zh="Adagrad 的一步：s 累加梯度的平方，ε 在根号外。w、g、s 同形状 (...)，lr、eps 为"
    "数；返回 (w, s)。",
    en="one step of Adagrad: s adds up the squares of the gradients, ε outside the "
    "root. w, g, s have one shape (...), lr and eps are numbers; returns (w, s).",
)
