"""One step of AdamW."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.optim import adam
from chainrule.scratch.optim import adamw as right


def coupled(w, g, m, v, t, lr, betas, eps, weight_decay):
    return adam(w, g + weight_decay * w, m, v, t, lr, betas, eps)


def without_the_rate(w, g, m, v, t, lr, betas, eps, weight_decay):
    new, m, v = adam(w, g, m, v, t, lr, betas, eps)
    return new - weight_decay * w, m, v


def no_decay(w, g, m, v, t, lr, betas, eps, weight_decay):
    return adam(w, g, m, v, t, lr, betas, eps)


def after_the_step(w, g, m, v, t, lr, betas, eps, weight_decay):
    w, m, v = adam(w, g, m, v, t, lr, betas, eps)
    return w - lr * weight_decay * w, m, v


def grows(w, g, m, v, t, lr, betas, eps, weight_decay):
    return right(w, g, m, v, t, lr, betas, eps, -weight_decay)


def inputs(rng):
    yield {
        "w": np.array([2.0]),
        "g": np.array([0.0]),
        "m": np.array([0.0]),
        "v": np.array([0.0]),
        "t": 1,
        "lr": 0.1,
        "betas": (0.9, 0.999),
        "eps": 1e-8,
        "weight_decay": 0.5,
    }
    for shape, t in ((3,), 2), ((2, 3), 7):
        yield {
            "w": rng.normal(size=shape),
            "g": rng.normal(size=shape),
            "m": rng.normal(size=shape),
            "v": rng.uniform(0.1, 1, size=shape),
            "t": t,
            "lr": 0.02,
            "betas": (0.8, 0.99),
            "eps": 0.01,
            "weight_decay": 0.3,
        }


EXERCISE = Exercise(
    page="optimization/adamw",
    equation="eq:adamw-step",
    number="25.7",
    right=right,
    inputs=inputs,
    mistakes=(
        Mistake(
            coupled,
            "衰减加进了梯度：那是 Adam 加 L2，√v̂ 又把它除掉了。AdamW 在步子里另加 λ "
            "w。",
            "the decay is added to the gradient. That is Adam with L2, and √v̂ divides "
            "it away. AdamW adds λ w to the step.",
        ),
        Mistake(
            without_the_rate,
            "衰减没有乘 η：本书和 torch 的一步减去 η λ w。",
            "the decay is not multiplied by η. Here and in torch, "
            "a step takes away η λ w.",
        ),
        Mistake(
            no_decay,
            "没有权重衰减：这只是 Adam。",
            "there is no decay: this is Adam.",
        ),
        Mistake(
            after_the_step,
            "衰减用了走完一步后的权重：λ 乘的是旧的 w。",
            "the decay takes the weights after the step. λ multiplies the old w.",
        ),
        Mistake(
            grows,
            "衰减的符号反了：权重变大了。",
            "the decay has the wrong sign: the weights grow.",
        ),
    ),
    zh="AdamW 的一步，权重衰减与梯度分开，乘以 lr。w、g、m、v 同形状 (...)，t 从 1 数"
    "起，betas = (β₁, β₂)，ε 加在 √v̂ 上；返回 (w, m, v)，m、v 未修正。",
    en="one step of AdamW: the decay apart from the gradient and multiplied by lr. "
    "w, g, m, v have one shape (...), t counts from 1, betas = (β₁, β₂), ε is added "
    "to √v̂; returns (w, m, v), with m and v uncorrected.",
)
