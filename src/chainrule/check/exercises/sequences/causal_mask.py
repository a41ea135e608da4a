"""Who would look ahead."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def causal_mask(length, keys):
    first = keys - length
    return np.arange(keys) > np.arange(first, keys)[:, None]


def hides_the_diagonal(length, keys):
    return np.arange(keys) >= np.arange(keys - length, keys)[:, None]


def wrong_way(length, keys):
    return np.arange(keys) < np.arange(keys - length, keys)[:, None]


def no_offset(length, keys):
    return np.arange(keys) > np.arange(length)[:, None]


def true_is_visible(length, keys):
    return ~causal_mask(length, keys)


def transposed(length, keys):
    return causal_mask(length, keys).T


def inputs(rng):
    yield {"length": 3, "keys": 3}
    yield {"length": 1, "keys": 4}
    yield {"length": 2, "keys": 5}


EXERCISE = Exercise(
    page="sequences/decoding-and-seq2seq",
    equation="eq:chain-of-tokens",
    number="40.1",
    right=causal_mask,
    inputs=inputs,
    mistakes=(
        Mistake(
            hides_the_diagonal,
            "对角线也遮住了：每个位置可以看自己，否则第一行什么也看不到，成了 NaN。",
            "the diagonal is hidden. Each may look at itself, "
            "or the first row sees nothing and is NaN.",
        ),
        Mistake(
            wrong_way,
            "方向反了：遮住的是后面的位置，不是前面的。",
            "it points the wrong way: what comes later is hidden, not what came "
            "before.",
        ),
        Mistake(
            no_offset,
            "忘了缓存：最新的 length 个查询排在最后，第一个查询的位置是 keys − "
            "length。",
            "the cache is forgotten. The queries are the newest positions, "
            "and the first of them is keys − length.",
        ),
        Mistake(
            true_is_visible,
            "真假反了：这里 True 表示遮住。",
            "True and False are exchanged: here True hides.",
        ),
        Mistake(
            transposed,
            "转置了：行是查询，列是键。",
            "transposed: rows are queries, columns keys.",
        ),
    ),
    zh="解码器的因果掩码：键的位置是 0 … keys − 1，查询是其中最后 length 个。返回布尔 "
    "(length, keys)，True 表示遮住：键在查询之后。",
    en="the causal mask of a decoder: keys are positions 0 … keys − 1, queries the "
    "last length of them. Returns booleans (length, keys), True hides: the key "
    "comes after the query.",
)
