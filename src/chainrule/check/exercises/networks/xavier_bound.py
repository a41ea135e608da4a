"""The bound of Xavier's uniform initialization."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def xavier_bound(fan_in, fan_out, gain):
    return gain * np.sqrt(6 / (fan_in + fan_out))


def the_deviation(fan_in, fan_out, gain):
    return gain * np.sqrt(2 / (fan_in + fan_out))


def root_of_the_numerator(fan_in, fan_out, gain):
    return gain * np.sqrt(6) / (fan_in + fan_out)


def gain_in_the_root(fan_in, fan_out, gain):
    return np.sqrt(gain * 6 / (fan_in + fan_out))


def inputs_alone(fan_in, fan_out, gain):
    return gain * np.sqrt(3 / fan_in)


def no_gain(fan_in, fan_out, gain):
    return np.sqrt(6 / (fan_in + fan_out))


def inputs(rng):
    yield {"fan_in": 4, "fan_out": 2, "gain": 1.0}
    yield {"fan_in": 300, "fan_out": 100, "gain": 5 / 3}
    yield {"fan_in": 1, "fan_out": 1, "gain": float(np.sqrt(2))}


EXERCISE = Exercise(
    page="networks/initialization",
    equation="eq:xavier-bound",
    number="16.8",
    right=xavier_bound,
    inputs=inputs,
    mistakes=(
        Mistake(
            the_deviation,
            "这是标准差。[−c, c] 上均匀分布的方差是 c²/3，所以根号里是 6 而不是 2。",
            "this is the deviation. Uniform in [−c, c] has the variance c²/3, "
            "so 6 stands in the root, not 2.",
        ),
        Mistake(
            root_of_the_numerator,
            "根号只管到了分子：整个分数都在根号里。",
            "the root covers the numerator alone. It belongs over the whole fraction.",
        ),
        Mistake(
            gain_in_the_root,
            "增益在根号里了：它乘的是权重本身，不是方差。",
            "the gain stands in the root. It multiplies the weights, not the variance.",
        ),
        Mistake(
            inputs_alone,
            "只用了 fan_in：Xavier 取前向和反向两个条件的折中，分母是两者之和。",
            "this takes fan_in alone. Xavier's rule is the compromise of forward and "
            "backward, with the sum of both.",
        ),
        Mistake(no_gain, "没有乘增益。", "the gain is missing."),
    ),
    zh="Xavier 均匀初始化的界 c，乘以增益：权重取自 [−c, c]。"
    "fan_in、fan_out 为整数，gain 为数，返回一个数。",
    en="the bound c of Xavier's uniform initialization, times the gain: weights come "
    "from [−c, c]. fan_in and fan_out are whole numbers, gain is a number; "
    "returns a number.",
)
