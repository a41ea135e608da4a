"""From vectors to heads."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def split_heads(x, num_heads):
    N, T, d = x.shape
    return x.reshape(N, T, num_heads, d // num_heads).swapaxes(1, 2)


def no_transpose(x, num_heads):
    N, T, d = x.shape
    return x.reshape(N, num_heads, T, d // num_heads)


def not_swapped(x, num_heads):
    N, T, d = x.shape
    return x.reshape(N, T, num_heads, d // num_heads)


def interleaved(x, num_heads):
    N, T, d = x.shape
    return np.moveaxis(x.reshape(N, T, d // num_heads, num_heads), 3, 1)


def heads_first(x, num_heads):
    return split_heads(x, num_heads).swapaxes(0, 1)


def heads_and_size_exchanged(x, num_heads):
    return split_heads(x, x.shape[2] // num_heads)


def inputs(rng):
    yield {"x": np.arange(8.0).reshape(1, 2, 4), "num_heads": 2}
    yield {"x": rng.normal(size=(2, 3, 8)), "num_heads": 4}
    yield {"x": rng.normal(size=(3, 1, 6)), "num_heads": 2}


EXERCISE = Exercise(
    page="sequences/attention-variants",
    equation="eq:multi-head",
    number="38.1",
    right=split_heads,
    inputs=inputs,
    mistakes=(
        Mistake(
            no_transpose,
            "只 reshape、没有转置：形状对了，位置却混在了一起。先 (N, T, H, d/H)，"
            "再交换两轴。",
            "reshaped without a transpose: the shape is right, and positions are "
            "mixed. First (N, T, H, d/H), then exchange the two axes.",
        ),
        Mistake(
            not_swapped,
            "头的轴要在位置之前：(N, H, T, d/H)。",
            "heads come before positions: (N, H, T, d/H).",
        ),
        Mistake(
            interleaved,
            "坐标轮流分给了各头：每个头拿连续的 d/H 个。",
            "coordinates are dealt out in turns. Each head takes d/H neighbours.",
        ),
        Mistake(
            heads_first,
            "批次的轴要在最前：(N, H, T, d/H)。",
            "the batch comes first: (N, H, T, d/H).",
        ),
        Mistake(
            heads_and_size_exchanged,
            "头的个数和头的大小弄反了。",
            "the number of heads and their size are exchanged.",
        ),
    ),
    zh="把向量分给各头：x (N, T, d)，H = num_heads 整除 d；返回 (N, H, T, d/H)，第 h "
    "个头拿第 h·d/H 起连续的坐标。",
    en="vectors shared out to heads: x (N, T, d), H = num_heads divides d; returns "
    "(N, H, T, d/H), head h has the d/H coordinates from h·d/H on.",
)
