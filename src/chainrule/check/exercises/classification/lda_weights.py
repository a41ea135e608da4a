"""The line between two Gaussians that share a covariance."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.models.generative.gaussian import gaussian_mle
from chainrule.scratch.models.generative.linear_discriminant_analysis import (
    linear_scores,
)


def shared(X1, X2):
    """The covariance (7.11)."""
    N1, N2 = len(X1), len(X2)
    return (N1 * gaussian_mle(X1)[1] + N2 * gaussian_mle(X2)[1]) / (N1 + N2)


def line(X1, X2, covariance, odds):
    means = np.array([X1.mean(axis=0), X2.mean(axis=0)])
    W, b = linear_scores(means, covariance, np.array([odds, 1.0]))
    return W[0] - W[1], b[0] - b[1]


def lda_weights(X1, X2):
    return line(X1, X2, shared(X1, X2), len(X1) / len(X2))


def of_all_samples(X1, X2):
    covariance = gaussian_mle(np.vstack([X1, X2]))[1]
    return line(X1, X2, covariance, len(X1) / len(X2))


def plain_mean(X1, X2):
    covariance = (gaussian_mle(X1)[1] + gaussian_mle(X2)[1]) / 2
    return line(X1, X2, covariance, len(X1) / len(X2))


def no_prior(X1, X2):
    return line(X1, X2, shared(X1, X2), 1.0)


def not_inverted(X1, X2):
    S, m1, m2 = shared(X1, X2), X1.mean(axis=0), X2.mean(axis=0)
    b = (m2 @ S @ m2 - m1 @ S @ m1) / 2 + np.log(len(X1) / len(X2))
    return S @ (m1 - m2), b


def classes_swapped(X1, X2):
    return lda_weights(X2, X1)


def inputs(rng):
    yield {
        "X1": np.array([[0.0], [2.0]]),
        "X2": np.array([[4.0], [5.0], [6.0], [9.0]]),
    }
    for N1, N2, d in ((6, 9, 2), (12, 7, 3)):
        X1, X2 = rng.normal(0, 2, size=(N1, d)), rng.normal(1, 1, size=(N2, d))
        yield {"X1": X1, "X2": X2}


EXERCISE = Exercise(
    page="classification/generative-classifiers",
    equation="eq:lda-w",
    number="7.15",
    right=lda_weights,
    inputs=inputs,
    mistakes=(
        Mistake(
            of_all_samples,
            "协方差是对混在一起的样本算的，两类的距离也进去了：先各算各的，再加权平均。",
            "the covariance is that of all samples together, with the distance of the "
            "classes in it. Take one for each class, then their mean (7.11).",
        ),
        Mistake(
            plain_mean,
            "两个协方差要按样本数加权，见式 (7.11)。",
            "the two covariances are weighted by the numbers of samples, see (7.11).",
        ),
        Mistake(
            no_prior,
            "b 里少了先验 ln(N₁/N₂)，见式 (7.16)。",
            "the prior ln(N1/N2) is missing in b, see (7.16).",
        ),
        Mistake(
            not_inverted,
            "乘的是协方差而不是它的逆：变化大的方向应当权重小。",
            "the covariance is not inverted: a direction that varies much should "
            "weigh little.",
        ),
        Mistake(
            classes_swapped,
            "两类弄反了：z 为正时是第一类。",
            "the classes are swapped: a positive z means the first one.",
        ),
    ),
    zh="z = w x + b 的 w (d,) 和 b，z 是第一类的对数几率；"
    "两类的样本 X1 (N₁, d)、X2 (N₂, d)，协方差共享。",
    en="w (d,) and b of z = w x + b, the log-odds of the first class; samples of both "
    "X1 (N1, d) and X2 (N2, d), one covariance for both.",
    rtol=1e-7,
    atol=1e-9,
)
