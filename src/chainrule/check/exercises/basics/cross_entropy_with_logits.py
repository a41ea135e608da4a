"""Cross-entropy from logits, by log-sum-exp."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn.loss.cross_entropy import (
    cross_entropy_with_logits,
    log_softmax,
)


def of_true(log_y, t):
    return -log_y[np.arange(len(t)), t]


def not_shifted(z, t):
    y = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    return of_true(np.log(y), t).mean()


def one_shift_for_all(z, t):
    z = z - z.max()
    return of_true(z - np.log(np.exp(z).sum(axis=1, keepdims=True)), t).mean()


def logarithm_of_the_softmax(z, t):
    power = np.exp(z - z.max(axis=1, keepdims=True))
    return of_true(np.log(power / power.sum(axis=1, keepdims=True)), t).mean()


def summed(z, t):
    return of_true(log_softmax(z), t).sum()


def mean_over_classes(z, t):
    return of_true(log_softmax(z), t).sum() / z.size


def softmax_twice(z, t):
    return of_true(log_softmax(np.exp(log_softmax(z))), t).mean()


def inputs(rng):
    yield {"z": np.array([[0.0, np.log(3)]]), "t": np.array([0])}
    yield {"z": rng.normal(size=(4, 3)), "t": np.array([2, 0, 1, 1])}
    yield {
        "z": np.array([[500.0, 0.0, 1.0], [2.0, 1.0, 0.0]]),
        "t": np.array([0, 2]),
    }
    yield {"z": np.array([[800.0, 0.0], [0.0, 800.0]]), "t": np.array([1, 1])}
    yield {"z": np.array([[0.0, 1.0], [-900.0, -901.0]]), "t": np.array([1, 0])}
    yield {"z": np.array([[2000.0, 0.0, 0.0]]), "t": np.array([2])}


EXERCISE = Exercise(
    page="basics/loss-functions",
    equation="eq:log-softmax",
    number="4.10",
    right=cross_entropy_with_logits,
    inputs=inputs,
    mistakes=(
        Mistake(
            not_shifted,
            "指数溢出：先减去每行最大的 logit，再取对数，见式 (4.10)。",
            "the exponential overflows. Subtract the largest logit of each row first, "
            "as (4.10) does.",
        ),
        Mistake(
            one_shift_for_all,
            "所有行减去了同一个最大值，别的行就下溢成 ln 0：每行减自己的最大值。",
            "one largest logit is subtracted from all rows, and the others underflow "
            "to ln 0. Each row has its own.",
        ),
        Mistake(
            logarithm_of_the_softmax,
            "先算 softmax 再取对数：很小的概率成了 0，损失成了 inf。先在公式里把对数化"
            "开，见式 (4.10)。",
            "the logarithm of a softmax: a small probability becomes 0, and the loss "
            "inf. Take the logarithm by hand, as in (4.10).",
        ),
        Mistake(
            summed,
            "求了和：这里要样本的平均。",
            "this is the sum. The mean over the samples is asked for.",
        ),
        Mistake(
            mean_over_classes,
            "除以了 N·K：只对 N 个样本求平均。",
            "it is divided by N K. The mean is over the N samples alone.",
        ),
        Mistake(
            softmax_twice,
            "做了两次 softmax：输入已经是 logit，直接用式 (4.10)。",
            "there is a softmax too many: what comes in are logits, and (4.10) has "
            "the softmax.",
        ),
    ),
    zh="交叉熵对样本的平均；logit z (N, K)，类别 t (N,) 取 0 到 K - 1，结果是一个数。",
    en="the mean cross-entropy over samples; logits z (N, K), classes t (N,) from 0 to "
    "K - 1; the result is a number.",
)
