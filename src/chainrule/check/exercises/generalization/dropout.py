"""Dropout forward and backward with a mask that is given."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def dropout(x, dy, kept, p, training):
    factors = kept / (1 - p) if training else np.ones_like(x)
    return x * factors, dy * factors


def not_scaled(x, dy, kept, p, training):
    factors = kept if training else np.ones_like(x)
    return x * factors, dy * factors


def scaled_at_test(x, dy, kept, p, training):
    factors = kept if training else (1 - p) * np.ones_like(x)
    return x * factors, dy * factors


def divided_by_p(x, dy, kept, p, training):
    factors = kept / p if training else np.ones_like(x)
    return x * factors, dy * factors


def always_on(x, dy, kept, p, training):
    return x * kept / (1 - p), dy * kept / (1 - p)


def forgets_on_the_way_back(x, dy, kept, p, training):
    return dropout(x, dy, kept, p, training)[0], dy


def scale_forgotten_backward(x, dy, kept, p, training):
    y, _ = dropout(x, dy, kept, p, training)
    return y, dy * kept if training else dy


def mask_of_the_dropped(x, dy, kept, p, training):
    return dropout(x, dy, ~kept, p, training)


def inputs(rng):
    yield {
        "x": np.array([1.0, 2.0, 3.0, 4.0]),
        "dy": np.array([1.0, 1.0, -1.0, 2.0]),
        "kept": np.array([True, False, True, True]),
        "p": 0.25,
        "training": True,
    }
    for training in True, False:
        yield {
            "x": rng.normal(size=(2, 5)),
            "dy": rng.normal(size=(2, 5)),
            "kept": rng.random((2, 5)) >= 0.4,
            "p": 0.4,
            "training": training,
        }


EXERCISE = Exercise(
    page="generalization/regularization",
    equation="eq:dropout-training",
    number="30.12",
    right=dropout,
    inputs=inputs,
    mistakes=(
        Mistake(
            not_scaled,
            "留下的没有除以 1 − p：训练时的均值就比评估时小。",
            "what is kept is not divided by 1 − p: in training the mean is smaller "
            "than in evaluation.",
        ),
        Mistake(
            scaled_at_test,
            "评估时才缩放：那是原论文和笔记的写法；这里训练时就除以 1 − p，"
            "评估时原样通过。",
            "the scaling is done in evaluation, as in the first paper and the notes. "
            "Here training divides by 1 − p, and evaluation does nothing.",
        ),
        Mistake(
            divided_by_p,
            "除以了 p：p 是丢弃的概率，留下的概率是 1 − p。",
            "this divides by p. That is the probability to drop; "
            "1 − p is the one to keep.",
        ),
        Mistake(
            always_on,
            "评估时仍在丢弃：training 为 False 时原样返回。",
            "evaluation drops as well: without training everything passes as it is.",
        ),
        Mistake(
            forgets_on_the_way_back,
            "反向没有用掩码：丢掉的单元没有梯度，留下的乘 1/(1 − p)。",
            "the way back forgets the mask. Dropped units get no gradient, "
            "the others 1/(1 − p) of it.",
        ),
        Mistake(
            scale_forgotten_backward,
            "反向用了掩码，却没有除以 1 − p：前向乘了什么，反向就乘什么。",
            "the way back has the mask, but not 1/(1 − p). "
            "It multiplies by what forward multiplied by.",
        ),
        Mistake(
            mask_of_the_dropped,
            "掩码用反了：kept 为 True 的留下。",
            "the mask is taken the wrong way: True means kept.",
        ),
    ),
    zh="训练时就缩放的随机失活，掩码已给出：x、dy 和布尔 kept 同形状 (...)，p < 1 是丢"
    "弃的概率，training 是布尔值。返回 (y, dx)：前向的输出，以及由 dy（对 y 的梯"
    "度）得到的对 x 的梯度。评估时两者原样通过。",
    en="inverted dropout with a given mask: x, dy and the boolean kept have one shape "
    "(...), p < 1 is the probability to drop, training a boolean. Returns (y, dx): the "
    "output, and from dy, the gradient by y, that by x. In evaluation both pass as "
    "they are.",
)
