"""The exponential moving average of losses, corrected."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def _with(start=0.0, correct=True, shift=0, swap=False, feedback=False):
    """What ema does, with one thing changed."""

    def ema(losses, beta):
        m = losses[0] if start is None else start
        line, share = [], beta if swap else 1 - beta
        for t, loss in enumerate(losses, 1):
            m = (1 - share) * m + share * loss
            seen = m / (1 - (1 - share) ** (t + shift)) if correct else m
            line.append(seen)
            m = seen if feedback else m
        return np.array(line)

    return ema


ema = _with()


def window(losses, beta):
    n = max(1, round((1 + beta) / (1 - beta)))
    ends = range(1, len(losses) + 1)
    return np.array([np.mean(losses[max(0, end - n) : end]) for end in ends])


def inputs(rng):
    yield {"losses": np.array([4.0, 2.0, 3.0]), "beta": 0.5}
    yield {"losses": rng.uniform(1, 3, size=8), "beta": 0.9}
    yield {"losses": np.array([2.0]), "beta": 0.98}


EXERCISE = Exercise(
    page="generalization/hyperparameter-search",
    equation="eq:loss-ema-corrected",
    number="33.13",
    right=ema,
    inputs=inputs,
    mistakes=(
        Mistake(
            _with(correct=False),
            "没有修正：m 从 0 开始，头几步太小，要除以 1 − β^t。",
            "there is no correction. m starts at 0 and is too small at first: "
            "divide by 1 − β^t.",
        ),
        Mistake(
            _with(start=None, correct=False),
            "从第一个损失开始：第一个值的权重就太大。从 0 开始，再修正。",
            "this starts at the first loss, which then weighs too much. "
            "Start at 0, and correct.",
        ),
        Mistake(
            _with(shift=1),
            "t 多加了 1：第一个损失对应 t = 1，修正后恰好就是它自己。",
            "t is counted one too far: at the first loss t = 1, and the result is "
            "that loss.",
        ),
        Mistake(
            _with(swap=True),
            "β 和 1 − β 换了位置：β 是旧值的份额。",
            "β and 1 − β are exchanged: β is the share of the old value.",
        ),
        Mistake(
            _with(feedback=True),
            "修正后的值又进了递推：递推用未修正的 m，修正只用于读数。",
            "the corrected value goes into the recursion. Keep m as it is, "
            "and correct what you read off.",
        ),
        Mistake(
            window,
            "这是窗口的平均，不是指数滑动平均。",
            "this is the mean of a window, not the exponential one.",
        ),
    ),
    zh="损失的指数滑动平均，带偏差修正：losses (T,)，0 ≤ beta < 1 是旧值的份额，m 从 0 "
    "开始。返回 (T,)，每次更新后修正的值。",
    en="the exponential moving average of losses with its bias corrected: losses (T,), "
    "0 ≤ beta < 1 the share of the old value, m starts at 0. Returns (T,), the "
    "corrected value after each update.",
)
