"""Positions as sines and cosines."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def _with(exponent, place=lambda j: j % 2, start=0):
    """What sinusoidal_positions does, with one thing changed."""

    def positions(length, d_model):
        j = np.arange(d_model)
        angles = np.arange(start, length + start)[:, None] * 10000.0 ** -exponent(
            j, d_model
        )
        return np.where(place(j) == 0, np.sin(angles), np.cos(angles))

    return positions


def _right(j, d):
    return j // 2 * 2 / d


sinusoidal_positions = _with(_right)


def halves(length, d_model):
    table = sinusoidal_positions(length, d_model)
    return np.concatenate([table[:, ::2], table[:, 1::2]], axis=1)


def even_alone(length, d_model):
    d = d_model - d_model % 2
    return sinusoidal_positions(length, d_model)[:, :d]


def transposed(length, d_model):
    return sinusoidal_positions(length, d_model).T


def inputs(rng):
    yield {"length": 3, "d_model": 4}
    yield {"length": 6, "d_model": 8}
    yield {"length": 4, "d_model": 5}
    yield {"length": 5, "d_model": 1}


EXERCISE = Exercise(
    page="sequences/attention-variants",
    equation="eq:sinusoidal",
    number="38.3",
    right=sinusoidal_positions,
    inputs=inputs,
    mistakes=(
        Mistake(
            _with(lambda j, d: j / d),
            "每个坐标有自己的频率：正弦和旁边的余弦要共用 2i/d 这个指数。",
            "each coordinate has a frequency of its own. A sine and its cosine "
            "share the exponent 2i/d.",
        ),
        Mistake(
            _with(lambda j, d: j // 2 / d),
            "指数少了 2：是 2i/d，不是 i/d。",
            "the 2 is missing in the exponent: 2i/d, not i/d.",
        ),
        Mistake(
            _with(_right, lambda j: (j + 1) % 2),
            "正弦和余弦换了位置：偶数坐标是正弦。",
            "sines and cosines are exchanged: even coordinates are sines.",
        ),
        Mistake(
            _with(_right, start=1),
            "位置从 1 数起了：从 0 数。",
            "positions are counted from 1. They begin at 0.",
        ),
        Mistake(
            halves,
            "前一半是正弦、后一半是余弦：那是另一种排法，这里相间排列。",
            "sines first, then cosines: that is another layout. Here they alternate.",
        ),
        Mistake(
            even_alone,
            "d 为奇数时少了一列：最后一个正弦没有伴。",
            "for an odd d a column is missing: the last sine has no partner.",
        ),
        Mistake(
            transposed,
            "转置了：行是位置。",
            "transposed: rows are positions.",
        ),
    ),
    zh="正弦位置编码：(length, d_model)，行是位置，从 0 数起；偶数坐标 2i 为 sin(ω_i "
    "t)，2i + 1 为 cos(ω_i t)，ω_i = 10000^(−2i/d)。d_model 可以是奇数。",
    en="sinusoidal positions: (length, d_model), rows are positions, counted from 0; "
    "coordinate 2i is sin(ω_i t), 2i + 1 is cos(ω_i t), ω_i = 10000^(−2i/d). "
    "d_model may be odd.",
)
