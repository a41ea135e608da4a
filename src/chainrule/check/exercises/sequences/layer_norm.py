"""Layer normalization of tokens."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake, cancels


def _with(axis=-1, ddof=0, eps="inside", centred=True, affine=True, difference=False):
    """What layer_norm does, with one thing changed."""

    def norm(x, gamma, beta, eps_):
        mean = x.mean(axis=axis, keepdims=True) if centred else 0
        N = x.shape[-1]
        var = ((x - mean) ** 2).mean(axis=axis, keepdims=True) * N / (N - ddof)
        if difference:
            var = (x**2).mean(axis=axis, keepdims=True) - mean**2
        root = np.sqrt(var + eps_) if eps == "inside" else np.sqrt(var) + eps_
        return gamma * (x - mean) / root + beta if affine else (x - mean) / root

    return norm


layer_norm = _with()


def inputs(rng):
    yield {
        "x": np.array([[5.0, -1.0, 1.0, -5.0]]),
        "gamma": np.ones(4),
        "beta": np.zeros(4),
        "eps": 1e-5,
    }
    for shape in (4, 3), (2, 3, 5):
        yield {
            "x": 1 + rng.normal(size=shape),
            "gamma": rng.normal(size=shape[-1]),
            "beta": rng.normal(size=shape[-1]),
            "eps": 0.1,
        }
    yield {
        "x": np.full((1, 3), 7.0),
        "gamma": np.ones(3),
        "beta": np.array([1.0, 2.0, 3.0]),
        "eps": 1e-5,
    }
    yield {
        "x": 3e8 + np.array([[2.0, 4.0, -6.0, 0.0]]),
        "gamma": np.ones(4),
        "beta": np.zeros(4),
        "eps": 2.0,  # with it the root is 4, and rounds nothing
    }


EXERCISE = Exercise(
    page="sequences/transformer-encoder",
    equation="eq:token-norm",
    number="39.9",
    right=layer_norm,
    inputs=inputs,
    mistakes=(
        Mistake(
            _with(axis=0),
            "统计量沿第 0 轴取了，那是批归一化：每个位置沿自己的特征（最后一维）。",
            "the statistics run over axis 0, as in batch normalization. "
            "Each position has its own, over its features.",
        ),
        Mistake(
            _with(axis=None),
            "所有数共用一个均值：每个位置各有各的。",
            "all numbers share one mean. Each position has its own.",
        ),
        Mistake(
            _with(ddof=1),
            "方差除以了 d − 1：这里除以 d，torch 也是。",
            "the variance divides by d − 1. Here, and in torch, it is d.",
        ),
        Mistake(
            _with(eps="outside"),
            "ε 在根号外了：它加在方差上。",
            "ε is outside the root. It is added to the variance.",
        ),
        Mistake(
            _with(centred=False),
            "没有减均值：那是 RMSNorm。",
            "the mean is not subtracted: that is RMSNorm.",
        ),
        cancels(_with(difference=True)),
        Mistake(
            _with(affine=False),
            "没有乘 γ 加 β。",
            "γ and β are not applied.",
        ),
    ),
    zh="层归一化：x (..., d)，gamma、beta (d,)，沿最后一维；方差除以 d，eps 在根号里。"
    "返回 (..., d)。",
    en="layer normalization: x (..., d), gamma and beta (d,), over the last axis; the "
    "variance divides by d, eps stands inside the root. Returns (..., d).",
)
