"""Bayes' rule with logarithms, without underflow."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.models.generative.bayes import log_posterior


def underflows(log_joint):
    joint = np.exp(log_joint)
    return np.log(joint / joint.sum(axis=-1, keepdims=True))


def one_shift_for_all(log_joint):
    joint = np.exp(log_joint - log_joint.max())
    return np.log(joint / joint.sum(axis=-1, keepdims=True))


def logarithm_of_the_softmax(log_joint):
    joint = np.exp(log_joint - log_joint.max(axis=-1, keepdims=True))
    return np.log(joint / joint.sum(axis=-1, keepdims=True))


def probabilities(log_joint):
    return np.exp(log_posterior(log_joint))


def over_the_samples(log_joint):
    return log_posterior(log_joint.T).T


def logarithm_of_the_quotient_of_logarithms(log_joint):
    return log_joint / log_joint.sum(axis=-1, keepdims=True)


def inputs(rng):
    yield {"log_joint": np.log([[0.3, 0.1], [0.2, 0.2]])}
    yield {"log_joint": rng.normal(-3, 1, size=(4, 3))}
    yield {"log_joint": np.array([[-2000.0, -2001.0, -2004.0]])}
    yield {"log_joint": np.array([[-2000.0, -2001.0, -2004.0], [-3.0, -1.0, -2.0]])}
    yield {"log_joint": np.array([[-2000.0, -3.0, -2000.0]])}


EXERCISE = Exercise(
    page="classification/generative-classifiers",
    equation="eq:posterior",
    number="7.3",
    right=log_posterior,
    inputs=inputs,
    mistakes=(
        Mistake(
            underflows,
            "指数下溢，成了 0 / 0：先减去每行的最大值，商不变。",
            "the densities underflow to 0 / 0. Subtract the largest logarithm of each "
            "row first: the quotient stays the same.",
        ),
        Mistake(
            one_shift_for_all,
            "所有样本减去了同一个最大值，远处的样本仍然下溢：每行减自己的。",
            "one largest value is subtracted from all samples, and far ones still "
            "underflow. Each row has its own.",
        ),
        Mistake(
            logarithm_of_the_softmax,
            "先求出概率再取对数：很小的后验下溢成 0，对数成了 -inf。"
            "减去的应是 ln Σ exp，不必先求概率。",
            "the logarithm of the probabilities: a very small one underflows to 0, "
            "and its logarithm is -inf. Subtract ln Σ exp instead.",
        ),
        Mistake(
            probabilities,
            "返回的是概率：这里要它们的对数。",
            "these are the probabilities. Their logarithms are asked for.",
        ),
        Mistake(
            over_the_samples,
            "对样本归一化了：每个样本的后验对类别求和为 1，那是最后一维。",
            "the sum is over the samples. The posterior of each adds up to one over "
            "the classes, along the last axis.",
        ),
        Mistake(
            logarithm_of_the_quotient_of_logarithms,
            "对数不能这样相除：商的对数是对数之差。",
            "logarithms are not divided: the logarithm of a quotient is a difference.",
        ),
    ),
    zh="由 ln p(x, C_k) 求 ln P(C_k | x)；log_joint (N, K)，结果同形状。",
    en="ln P(C_k | x) from ln p(x, C_k); log_joint (N, K), the result has its shape.",
)
