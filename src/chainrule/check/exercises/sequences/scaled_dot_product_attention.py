"""Attention with a mask."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def _softmax(scores, axis=-1):
    power = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return power / power.sum(axis=axis, keepdims=True)


def _weights(scores, mask, axis=-1):
    nothing = ~mask.any(axis=-1, keepdims=True)
    scores = np.where(nothing, 0, np.where(mask, scores, -np.inf))
    return np.where(nothing, 0, _softmax(scores, axis))


def _scores(q, k):
    return q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])


def scaled_dot_product_attention(q, k, v, mask):
    return _weights(_scores(q, k), mask) @ v


def not_scaled(q, k, v, mask):
    return _weights(q @ k.swapaxes(-1, -2), mask) @ v


def divided_by_d(q, k, v, mask):
    return _weights(_scores(q, k) / np.sqrt(q.shape[-1]), mask) @ v


def scaled_by_the_values(q, k, v, mask):
    return _weights(q @ k.swapaxes(-1, -2) / np.sqrt(v.shape[-1]), mask) @ v


def over_the_queries(q, k, v, mask):
    scores = np.where(mask, _scores(q, k), -np.inf)
    return _softmax(scores, -2) @ v


def mask_reversed(q, k, v, mask):
    return scaled_dot_product_attention(q, k, v, ~mask)


def mask_after_the_softmax(q, k, v, mask):
    return (_softmax(_scores(q, k)) * mask) @ v


def no_mask(q, k, v, mask):
    return _softmax(_scores(q, k)) @ v


def zero_scores(q, k, v, mask):
    return _softmax(np.where(mask, _scores(q, k), 0)) @ v


def whole_row_is_nan(q, k, v, mask):
    return _softmax(np.where(mask, _scores(q, k), -np.inf)) @ v


def overflows(q, k, v, mask):
    power = np.where(mask, np.exp(_scores(q, k)), 0)
    total = power.sum(axis=-1, keepdims=True)
    return np.where(total == 0, 0, power / np.where(total == 0, 1, total)) @ v


def whole_row_is_the_mean(q, k, v, mask):
    return _softmax(np.where(mask, _scores(q, k), -1e9)) @ v


def inputs(rng):
    yield {
        "q": np.array([[1.0, 1.0, 0.0, 2.0]]),
        "k": np.array([[1.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 0.0]]),
        "v": np.array([[1.0, 0.0], [0.0, 10.0]]),
        "mask": np.array([[True, True]]),
    }
    yield {
        "q": np.array([[1.0], [2.0]]),
        "k": np.array([[1.0], [0.0]]),
        "v": np.array([[3.0], [5.0]]),
        "mask": np.array([[True, False], [False, False]]),
    }
    yield {
        "q": rng.normal(size=(4, 3)),
        "k": rng.normal(size=(4, 3)),
        "v": rng.normal(size=(4, 2)),
        "mask": np.tri(4, dtype=bool),
    }
    mask = rng.random((2, 3, 5)) < 0.6
    mask[:, :, 0] = True
    mask[1, 2] = False
    yield {
        "q": 2 * rng.normal(size=(2, 3, 4)),
        "k": 2 * rng.normal(size=(2, 5, 4)),
        "v": rng.normal(size=(2, 5, 6)),
        "mask": mask,
    }
    yield {
        "q": np.array([[1000.0, 0.0], [0.0, -1000.0]]),
        "k": np.array([[1.0, 1.0], [2.0, 1.5], [0.0, 2.0]]),
        "v": np.array([[1.0], [2.0], [4.0]]),
        "mask": np.array([[True, True, False], [True, False, True]]),
    }


def search(strategies, arrays):
    numbers = strategies.floats(-10, 10)
    return strategies.tuples(
        arrays.arrays(float, (2, 3), elements=numbers),
        arrays.arrays(float, (4, 3), elements=numbers),
        arrays.arrays(float, (4, 2), elements=numbers),
        arrays.arrays(bool, (2, 4)),
    )


EXERCISE = Exercise(
    page="sequences/self-attention",
    equation="eq:attention-output",
    number="37.10",
    right=scaled_dot_product_attention,
    inputs=inputs,
    search=search,
    atol=1e-10,  # the mean of values that cancel
    mistakes=(
        Mistake(
            not_scaled,
            "没有除以 √d_k：维数一高，分数就大，softmax 就饱和。",
            "not divided by √d_k: with many dimensions the scores are large, "
            "and the softmax saturates.",
        ),
        Mistake(
            divided_by_d,
            "除以了 d_k：点积的方差是 d_k，标准差是 √d_k。",
            "divided by d_k. The variance of a dot product is d_k, its deviation √d_k.",
        ),
        Mistake(
            scaled_by_the_values,
            "除以了 √d_v：分数是 q 与 k 的点积，用它们的维数。",
            "divided by √d_v. Scores are dot products of q and k: take their size.",
        ),
        Mistake(
            over_the_queries,
            "softmax 的轴错了：每个查询的权重（一行）加起来是 1。",
            "the softmax runs over the queries. The weights of each query, a row, "
            "add up to 1.",
        ),
        Mistake(
            mask_reversed,
            "mask 用反了：真表示可以看（与 torch 的 SDPA 相同）。",
            "the mask is taken the wrong way: True takes part, as in torch's SDPA.",
        ),
        Mistake(
            mask_after_the_softmax,
            "softmax 之后才遮盖：剩下的权重加起来不到 1。之前把分数设为 −∞。",
            "masked after the softmax: what is left adds up to less than 1. "
            "Put −∞ into the scores before it.",
        ),
        Mistake(
            no_mask,
            "没有用 mask。",
            "the mask is not used.",
        ),
        Mistake(
            zero_scores,
            "遮盖处的分数设成了 0：e⁰ = 1，仍有权重。设为 −∞。",
            "hidden scores are set to 0, and e⁰ = 1 is a weight. Set them to −∞.",
        ),
        Mistake(
            whole_row_is_nan,
            "一行全被遮盖时是 0/0：这样的查询应得到零。",
            "a row that is hidden whole is 0/0. Such a query gets zeros.",
        ),
        Mistake(
            overflows,
            "指数溢出：先减去每行最大的分数，softmax 不变。",
            "the exponential overflows. Subtract the largest score of each row first: "
            "the softmax stays the same.",
        ),
        Mistake(
            whole_row_is_the_mean,
            "用一个大负数代替 −∞：一行全被遮盖时，得到的是所有值的平均；应为零。",
            "a large negative number stands for −∞: a row that is hidden whole gets "
            "the mean of all values, not zeros.",
        ),
    ),
    zh="缩放点积注意力，行是位置：q (..., T, d_k)，k (..., S, d_k)，v (..., S, d_v)，"
    "布尔 mask (..., T, S)，真表示这个查询可以看这个键。一个键都不能看的查询得到"
    "零。返回 (..., T, d_v)。",
    en="scaled dot-product attention, rows are positions: q (..., T, d_k), "
    "k (..., S, d_k), v (..., S, d_v), boolean mask (..., T, S), True where this query "
    "may look at this key. A query that may look at none gets zeros. "
    "Returns (..., T, d_v).",
)
