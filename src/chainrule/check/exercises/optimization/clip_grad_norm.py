"""Clip a list of gradients by their common norm."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def _total(grads):
    return np.sqrt(sum(np.sum(g**2) for g in grads))


def clip_grad_norm(grads, max_norm):
    total = _total(grads)
    factor = max_norm / total if total > max_norm else 1.0
    return [g * factor for g in grads], total


def always_scaled(grads, max_norm):
    total = _total(grads)
    return [g * max_norm / total for g in grads], total


def each_alone(grads, max_norm):
    sizes = [np.sqrt(np.sum(g**2)) for g in grads]
    return [
        g * (max_norm / size if size > max_norm else 1.0)
        for g, size in zip(grads, sizes, strict=True)
    ], _total(grads)


def each_number(grads, max_norm):
    return [np.clip(g, -max_norm, max_norm) for g in grads], _total(grads)


def norms_added(grads, max_norm):
    total = sum(np.sqrt(np.sum(g**2)) for g in grads)
    factor = max_norm / total if total > max_norm else 1.0
    return [g * factor for g in grads], total


def norm_afterwards(grads, max_norm):
    clipped, _ = clip_grad_norm(grads, max_norm)
    return clipped, _total(clipped)


def a_little_shorter(grads, max_norm):
    total = _total(grads)
    return [g * min(1, max_norm / (total + 1e-6)) for g in grads], total


def in_place(grads, max_norm):
    clipped, total = clip_grad_norm(grads, max_norm)
    for g, new in zip(grads, clipped, strict=True):
        g[...] = new
    return grads, total


def inputs(rng):
    yield {"grads": [np.array([3.0]), np.array([4.0])], "max_norm": 1.0}
    yield {"grads": [np.array([3.0]), np.array([4.0])], "max_norm": 6.0}
    yield {"grads": [np.array([3.0]), np.array([4.0])], "max_norm": 4.0}
    grads = [rng.normal(size=(2, 3)), rng.normal(size=3), 5 * rng.normal(size=2)]
    yield {"grads": grads, "max_norm": 2.0}
    yield {"grads": [np.zeros((2, 2)), np.zeros(2)], "max_norm": 0.5}


EXERCISE = Exercise(
    page="optimization/optimizer-practice",
    equation="eq:gradient-clipping",
    number="27.4",
    right=clip_grad_norm,
    inputs=inputs,
    mistakes=(
        Mistake(
            always_scaled,
            "短的梯度被拉长了（全零时还是 0/0）：范数不超过 c 时应原样返回。",
            "short gradients are made longer, and zeros are 0/0. "
            "Below c they stay as they are.",
        ),
        Mistake(
            each_alone,
            "每个数组按自己的范数裁剪，方向就变了：先求全部梯度共同的范数。",
            "each array is clipped by its own norm, which turns the direction. "
            "Take one norm over all of them.",
        ),
        Mistake(
            each_number,
            "这是按值裁剪：按范数裁剪不改变方向。",
            "this clips each number. Clipping by norm keeps the direction.",
        ),
        Mistake(
            norms_added,
            "各数组的范数直接相加了：要加平方，再开根号。",
            "the arrays' norms are added. Add their squares and take the root.",
        ),
        Mistake(
            norm_afterwards,
            "返回的是裁剪后的范数：要的是裁剪前的，训练是否平稳看它才知道。",
            "the norm that is returned is that after clipping. The one before is "
            "asked: it tells what training does.",
        ),
        Mistake(
            a_little_shorter,
            "范数加了 1e-6：torch 这样做，公式里没有。不超过 c 的原样返回，"
            "就不会除以零。",
            "1e-6 is added to the norm. torch does so, the formula does not: where "
            "short gradients stay as they are, nothing divides by zero.",
        ),
        Mistake(
            in_place,
            "直接写进了传入的梯度：torch 这样做，这里要返回新的数组。",
            "this writes into the gradients it got. torch does; "
            "here new arrays are asked for.",
        ),
    ),
    zh="按共同范数裁剪。grads 是任意形状的数组的列表，max_norm > 0；所有梯度合起来的 "
    "2-范数超过它时，一起乘以同一个因子。返回（新数组的列表，裁剪前的范数）。",
    en="clip by the common norm. grads is a list of arrays of any shapes, max_norm > "
    "0; where the 2-norm of all together exceeds it, all are multiplied by one "
    "factor. Returns (list of new arrays, norm before clipping).",
)
