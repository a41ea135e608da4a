"""The mean of the vectors that are there."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def masked_mean(x, mask):
    there = mask[..., None]
    return np.where(there, x, 0).sum(axis=1) / there.sum(axis=1)


def padding_counts(x, mask):
    return x.mean(axis=1)


def divided_by_the_length(x, mask):
    return np.where(mask[..., None], x, 0).mean(axis=1)


def one_count_for_all(x, mask):
    return np.where(mask[..., None], x, 0).sum(axis=1) / mask.sum() * len(x)


def zeros_are_padding(x, mask):
    there = (x != 0).any(axis=-1)[..., None]
    return np.where(there, x, 0).sum(axis=1) / there.sum(axis=1)


def mask_reversed(x, mask):
    return masked_mean(x, ~mask)


def times_the_mask(x, mask):
    return (x * mask[..., None]).sum(axis=1) / mask.sum(axis=1)[:, None]


def inputs(rng):
    yield {
        "x": np.array([[[4.0, 0.0], [0.0, 2.0], [9.0, 9.0]]]),
        "mask": np.array([[True, True, False]]),
    }
    mask = np.array([[1, 1, 1, 1], [1, 0, 0, 0], [1, 1, 0, 1]], dtype=bool)
    yield {"x": rng.normal(size=(3, 4, 2)), "mask": mask}
    x = rng.normal(size=(3, 4, 2))
    x[0, 1] = 0
    x[1, 3] = np.nan
    yield {"x": x, "mask": mask}


EXERCISE = Exercise(
    page="sequences/sequence-data",
    equation="eq:masked-mean",
    number="36.1",
    right=masked_mean,
    inputs=inputs,
    mistakes=(
        Mistake(
            padding_counts,
            "填充也算进去了：分子和分母都只数 mask 为真的。",
            "the padding counts. Numerator and denominator take what the mask says.",
        ),
        Mistake(
            divided_by_the_length,
            "分子对了，分母却是填充后的长度：除以这一行里 mask 为真的个数。",
            "the sum is right, but it is divided by the padded length: "
            "divide by the row's number of vectors.",
        ),
        Mistake(
            one_count_for_all,
            "所有序列用了同一个个数：每行有自己的长度。",
            "all rows are divided by one count. Each has a length of its own.",
        ),
        Mistake(
            zeros_are_padding,
            "把零向量当成了填充：真实的向量也可能全零，填充也可能不是零。要看 mask。",
            "vectors of zeros are taken for padding. Real ones may be zero, and "
            "padding need not be: ask the mask.",
        ),
        Mistake(
            mask_reversed,
            "mask 用反了：真表示这里有向量，不是填充。",
            "the mask is taken the wrong way: True is there.",
        ),
        Mistake(
            times_the_mask,
            "用乘法遮盖：填充里若是 nan，0 · nan 仍是 nan。用 np.where。",
            "multiplied by the mask: if there is nan in the padding, 0 · nan is nan. "
            "Use np.where.",
        ),
    ),
    zh="带掩码的均值：x (N, T, d)，mask (N, T) 布尔，真表示这里有向量，不是填充；每行"
    "至少一个真。填充里可以是任何东西，包括 nan。返回 (N, d)。",
    en="the mean under a mask: x (N, T, d), boolean mask (N, T), True where a vector "
    "is there, at least one a row. The padding may hold anything, nan too. Returns "
    "(N, d).",
)
