"""One step of Nesterov's momentum as torch.optim.SGD takes it."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.optim import torch_nesterov as right


def no_look_ahead(w, g, b, lr, momentum):
    b = momentum * b + g
    return w - lr * b, b


def twice_ahead(w, g, b, lr, momentum):
    b = momentum * b + g
    return w - lr * (b + momentum * b), b


def rate_inside(w, g, b, lr, momentum):
    b = momentum * b - lr * g
    return w + momentum * b - lr * g, b


def dampened(w, g, b, lr, momentum):
    b = momentum * b + (1 - momentum) * g
    return w - lr * (g + momentum * b), b


def inputs(rng):
    yield {
        "w": np.array([1.0]),
        "g": np.array([2.0]),
        "b": np.array([4.0]),
        "lr": 0.1,
        "momentum": 0.5,
    }
    for shape in (3,), (2, 4):
        yield {
            "w": rng.normal(size=shape),
            "g": rng.normal(size=shape),
            "b": rng.normal(size=shape),
            "lr": 0.03,
            "momentum": 0.9,
        }


EXERCISE = Exercise(
    page="optimization/momentum",
    equation="eq:torch-nesterov",
    number="21.20",
    right=right,
    inputs=inputs,
    mistakes=(
        Mistake(
            no_look_ahead,
            "这是普通动量：Nesterov 的步子是 g + μ b，b 是更新后的；用旧的 b "
            "就又成了普通动量。",
            "this is plain momentum. Nesterov's step is along g + μ b with the new b; "
            "with the old one it is plain momentum again.",
        ),
        Mistake(
            twice_ahead,
            "步子走成了 b + μ b：应是 g + μ b，b 是更新后的。",
            "the step is b + μ b. It is g + μ b, with the new b.",
        ),
        Mistake(
            rate_inside,
            "η 进了缓冲：torch 的 b 不含 η，步子外面才乘。",
            "η is in the buffer. torch's b is free of it, and the step is multiplied.",
        ),
        Mistake(
            dampened,
            "梯度乘了 1 − μ：torch 的 dampening 默认是 0，Nesterov 也要求它为 0。",
            "the gradient is multiplied by 1 − μ. torch's dampening is 0 by default, "
            "and Nesterov asks for that.",
        ),
    ),
    zh="torch.optim.SGD(nesterov=True) 的一步：b 是梯度的衰减和。w、g、b 同形状 (...)，"
    "lr、momentum 为数，无 dampening；返回 (w, b)。",
    en="one step of torch.optim.SGD(nesterov=True): b is the fading sum of gradients. "
    "w, g, b have one shape (...), lr and momentum are numbers, no dampening; "
    "returns (w, b).",
)
