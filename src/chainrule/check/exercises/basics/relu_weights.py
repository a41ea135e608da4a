"""The weights of the ReLUs that add up to a curve of straight pieces."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.models.regression.piecewise_linear import relus


def relu_weights(knots, values):
    return relus(knots, values)[2]


def slopes_themselves(knots, values):
    return np.append(np.diff(values) / np.diff(knots), 0)


def no_last_bend(knots, values):
    return np.append(relu_weights(knots, values)[:-1], 0)


def heights(knots, values):
    return np.diff(np.diff(values), prepend=0, append=0)


def no_first_bend(knots, values):
    return np.append(0, relu_weights(knots, values)[1:])


def inputs(rng):
    yield {"knots": np.array([0.0, 2.0]), "values": np.array([1.0, 3.0])}
    yield {
        "knots": np.array([0.0, 1.0, 3.0, 4.0]),
        "values": np.array([1.0, 3.0, 0.0, 1.0]),
    }
    yield {"knots": np.cumsum(rng.uniform(0.5, 2, 6)), "values": rng.normal(size=6)}


EXERCISE = Exercise(
    page="basics/beyond-linear",
    equation="eq:relu-weights",
    number="3.15",
    right=relu_weights,
    inputs=inputs,
    mistakes=(
        Mistake(
            slopes_themselves,
            "这是各段的斜率；每个 ReLU 一直上升下去，权重只是斜率的变化。",
            "these are the slopes. A ReLU goes on rising: its weight is by how much "
            "the slope changes.",
        ),
        Mistake(
            no_last_bend,
            "最后一个节点之后曲线是平的：那里还要减去最后的斜率。",
            "after the last knot the curve is flat: the last slope has to be taken "
            "away there.",
        ),
        Mistake(
            heights,
            "没有除以每段的宽度：斜率是高度差除以宽度。",
            "the widths are missing: a slope is a difference of heights over a width.",
        ),
        Mistake(
            no_first_bend,
            "第一个节点之前曲线是平的，斜率从 0 开始。",
            "before the first knot the curve is flat: the slope begins at 0.",
        ),
    ),
    zh="式 (3.15) 中各 ReLU 的权重 (K + 1,)；节点 knots 和高度 values 都是 (K + 1,)，"
    "两端之外是常数。",
    en="the weights (K + 1,) of the ReLUs in (3.15); knots and values (K + 1,), and "
    "constant outside.",
)
