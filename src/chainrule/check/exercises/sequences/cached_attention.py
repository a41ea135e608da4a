"""One step of attention with a key/value cache."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn import softmax


def _not_shifted(z):
    return np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True)


def _look(q, keys, values, normalize=softmax):
    scores = np.einsum("nd,ntd->nt", q, keys) / np.sqrt(q.shape[-1])
    return np.einsum("nt,ntd->nd", normalize(scores), values)


def cached_attention(q, k, v, keys, values):
    keys = np.concatenate([keys, k[:, None]], axis=1)
    values = np.concatenate([values, v[:, None]], axis=1)
    return _look(q, keys, values), keys, values


def not_itself(q, k, v, keys, values):
    _, more, also = cached_attention(q, k, v, keys, values)
    return _look(q, keys, values), more, also


def cache_not_returned(q, k, v, keys, values):
    return cached_attention(q, k, v, keys, values)[0], keys, values


def in_front(q, k, v, keys, values):
    y, _, _ = cached_attention(q, k, v, keys, values)
    keys = np.concatenate([k[:, None], keys], axis=1)
    return y, keys, np.concatenate([v[:, None], values], axis=1)


def keys_for_values(q, k, v, keys, values):
    _, keys, values = cached_attention(q, k, v, keys, values)
    return _look(q, keys, keys), keys, values


def not_scaled(q, k, v, keys, values):
    return cached_attention(q * np.sqrt(q.shape[-1]), k, v, keys, values)


def overflows(q, k, v, keys, values):
    _, keys, values = cached_attention(q, k, v, keys, values)
    return _look(q, keys, values, _not_shifted), keys, values


def newest_alone(q, k, v, keys, values):
    _, keys, values = cached_attention(q, k, v, keys, values)
    return v, keys, values


def oldest_dropped(q, k, v, keys, values):
    y, keys, values = cached_attention(q, k, v, keys, values)
    return y, keys[:, 1:], values[:, 1:]


def inputs(rng):
    yield {
        "q": np.array([[2.0, 0.0]]),
        "k": np.array([[1.0, 1.0]]),
        "v": np.array([[0.0, 10.0]]),
        "keys": np.array([[[0.0, 1.0]]]),
        "values": np.array([[[1.0, 0.0]]]),
    }
    for N, t, d in (2, 3, 4), (3, 0, 2):
        q, k, v = rng.normal(size=(3, N, d))
        keys, values = rng.normal(size=(2, N, t, d))
        yield {"q": q, "k": k, "v": v, "keys": keys, "values": values}
    yield {
        "q": np.array([[1000.0, 0.0]]),
        "k": np.array([[3.0, 1.0]]),
        "v": np.array([[1.0, 2.0]]),
        "keys": np.array([[[3.0, 2.0], [-3.0, 0.0]]]),
        "values": np.array([[[5.0, 0.0], [4.0, 8.0]]]),
    }


EXERCISE = Exercise(
    page="sequences/decoding-and-seq2seq",
    equation="eq:cache-scores",
    number="40.4",
    right=cached_attention,
    inputs=inputs,
    mistakes=(
        Mistake(
            not_itself,
            "没有看自己：先把新的键和值加进缓存，再查询。",
            "it does not look at itself. First put the new key and value into the "
            "cache, then ask.",
        ),
        Mistake(
            cache_not_returned,
            "缓存没有变长：返回加上了新键、新值的缓存，下一步要用。",
            "the cache did not grow. Return it with the new key and value for the "
            "next step.",
        ),
        Mistake(
            in_front,
            "新的放在了最前：缓存按位置排列，最新的在末尾。",
            "the newest stands in front. The cache is in the order of positions.",
        ),
        Mistake(
            keys_for_values,
            "加权求和用了键：权重由键算出，求和的是值。",
            "the weighted sum is over the keys. They give the weights; "
            "the values are summed.",
        ),
        Mistake(
            not_scaled,
            "没有除以 √d。",
            "not divided by √d.",
        ),
        Mistake(
            overflows,
            "指数溢出：先减去每行最大的分数，softmax 不变。",
            "the exponential overflows. Subtract the largest score of each row first: "
            "the softmax stays the same.",
        ),
        Mistake(
            newest_alone,
            "只看了最新的一个：查询要看缓存里的所有位置。",
            "it looks at the newest alone. The query looks at all in the cache.",
        ),
        Mistake(
            oldest_dropped,
            "最旧的丢掉了：那是滑动窗口，这里全留。",
            "the oldest is dropped, as in a sliding window. Here all are kept.",
        ),
    ),
    zh="带键值缓存的一步，单头：最新位置的 q、k、v (N, d)，之前 t ≥ 0 个位置的 keys、"
    "values (N, t, d)。返回 (y, keys, values)：y (N, d) 是它对所有位置（含自己）的"
    "缩放点积注意力，缓存变为 (N, t + 1, d)，最新的在末尾。",
    en="a step with a key/value cache, one head: q, k, v (N, d) of the newest "
    "position, keys and values (N, t, d) of the t ≥ 0 before it. Returns (y, keys, "
    "values): y (N, d) is its scaled dot-product attention to all positions and "
    "itself, the cache becomes (N, t + 1, d) with the newest at the end.",
)
