"""The distribution that top-p sampling draws from."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn import softmax


def _kept(shares, p, enough=lambda before, share, p: before < p):
    order = np.argsort(-shares, kind="stable")
    before = np.cumsum(shares[order]) - shares[order]
    kept = np.zeros(len(shares), dtype=bool)
    kept[order] = enough(before, shares[order], p)
    return np.where(kept, shares, 0)


def top_p(logits, temperature, p):
    kept = _kept(softmax(logits / temperature), p)
    return kept / kept.sum()


def without_the_crossing(logits, temperature, p):
    shares = softmax(logits / temperature)
    kept = _kept(shares, p, lambda before, share, p: before + share <= p)
    return kept / kept.sum()


def not_renewed(logits, temperature, p):
    return _kept(softmax(logits / temperature), p)


def temperature_multiplied(logits, temperature, p):
    return top_p(logits, 1 / temperature, p)


def temperature_afterwards(logits, temperature, p):
    kept = _kept(softmax(logits), p)
    kept = np.where(kept > 0, kept ** (1 / temperature), 0)
    return kept / kept.sum()


def a_threshold(logits, temperature, p):
    shares = softmax(logits / temperature)
    kept = np.where(shares >= (1 - p) * shares.max(), shares, 0)
    return kept / kept.sum()


def overflows(logits, temperature, p):
    power = np.exp(logits / temperature)
    kept = _kept(power / power.sum(), p)
    return kept / kept.sum()


def unsorted(logits, temperature, p):
    shares = softmax(logits / temperature)
    kept = np.where(np.cumsum(shares) - shares < p, shares, 0)
    return kept / kept.sum()


def sorted_result(logits, temperature, p):
    return -np.sort(-top_p(logits, temperature, p))


def inputs(rng):
    shares = np.array([0.15, 0.4, 0.05, 0.2, 0.1, 0.1])
    yield {"logits": np.log(shares), "temperature": 1.0, "p": 0.8}
    yield {"logits": np.log(shares), "temperature": 1.0, "p": 0.3}
    yield {"logits": 2 * rng.normal(size=8), "temperature": 0.5, "p": 0.9}
    yield {"logits": 2 * rng.normal(size=8), "temperature": 2.0, "p": 0.6}
    yield {"logits": np.array([2000.0, 0.0, 1999.0]), "temperature": 1.5, "p": 0.95}


EXERCISE = Exercise(
    page="sequences/decoding-and-seq2seq",
    equation="eq:sampling-temperature",
    number="40.6",
    right=top_p,
    inputs=inputs,
    mistakes=(
        Mistake(
            without_the_crossing,
            "跨过 p 的那个词元丢了：它也要留，否则第一个就超过 p 时一个也不剩。",
            "the token that crosses p is dropped. It stays, or nothing is left where "
            "the first exceeds p.",
        ),
        Mistake(
            not_renewed,
            "没有重新归一化：留下的要加到 1。",
            "what is kept does not add up to 1: divide by its sum.",
        ),
        Mistake(
            temperature_multiplied,
            "乘了温度：logit 要除以它，温度越低越集中。",
            "multiplied by the temperature. Logits are divided by it: "
            "low temperatures are bolder.",
        ),
        Mistake(
            temperature_afterwards,
            "温度用在了截断之后：先除以温度，p 是对新分布而言的。",
            "the temperature comes after the cut. Divide first; p is a share of the "
            "new distribution.",
        ),
        Mistake(
            a_threshold,
            "按阈值截断：top-p 按累计概率，从大到小加到 p 为止。",
            "this cuts below a threshold. top-p adds up from the most probable on, "
            "until p is reached.",
        ),
        Mistake(
            unsorted,
            "没有排序就累加了：从最可能的开始。",
            "added up without sorting: begin with the most probable.",
        ),
        Mistake(
            overflows,
            "指数溢出：先减去最大的 logit，softmax 不变。",
            "the exponential overflows. Subtract the largest logit first: the softmax "
            "stays the same.",
        ),
        Mistake(
            sorted_result,
            "结果按大小排了：每个词元的概率要留在原来的位置。",
            "the result is sorted. Each token keeps its place.",
        ),
    ),
    zh="top-p 采样所用的分布：logits (V,) 先除以 temperature，再取 softmax；从最可能的"
    "开始，留下累计达到 p 所需的最少词元（跨过 p 的那个也留），其余为 0，再归一化。"
    "返回 (V,)。",
    en="the distribution that top-p draws from: logits (V,) over temperature, "
    "softmax; from the most probable on, the fewest tokens that reach p (the one "
    "that crosses it stays), 0 for the others, and renormalized. Returns (V,).",
)
