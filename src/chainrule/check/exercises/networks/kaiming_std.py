"""The deviation of He's initialization for leaky ReLUs."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def kaiming_std(fan_in, negative_slope):
    return np.sqrt(2 / (1 + negative_slope**2) / fan_in)


def the_variance(fan_in, negative_slope):
    return 2 / (1 + negative_slope**2) / fan_in


def slope_not_squared(fan_in, negative_slope):
    return np.sqrt(2 / (1 + negative_slope) / fan_in)


def slope_forgotten(fan_in, negative_slope):
    return np.sqrt(2 / fan_in)


def without_the_two(fan_in, negative_slope):
    return np.sqrt(1 / (1 + negative_slope**2) / fan_in)


def the_bound(fan_in, negative_slope):
    return np.sqrt(6 / (1 + negative_slope**2) / fan_in)


def inputs(rng):
    yield {"fan_in": 8, "negative_slope": 0.0}
    yield {"fan_in": 100, "negative_slope": 0.2}
    yield {"fan_in": 50, "negative_slope": 1.0}
    yield {"fan_in": 3, "negative_slope": float(np.sqrt(5))}


EXERCISE = Exercise(
    page="networks/initialization",
    equation="eq:leaky-gain",
    number="16.13",
    right=kaiming_std,
    inputs=inputs,
    mistakes=(
        Mistake(
            the_variance,
            "这是方差：标准差是它的平方根。",
            "this is the variance. The deviation is its root.",
        ),
        Mistake(
            slope_not_squared,
            "负半轴的斜率没有平方：均方里它以 a² 出现。",
            "the slope is not squared: it enters the mean square as a².",
        ),
        Mistake(
            slope_forgotten,
            "只对 ReLU 成立：leaky ReLU 的负半轴也传信号，2 要除以 1 + a²。",
            "this holds for ReLU alone. The leaky half carries signal too: "
            "divide 2 by 1 + a².",
        ),
        Mistake(
            without_the_two,
            "少了 2：ReLU 去掉一半的均方，权重的方差要补回来。",
            "the 2 is missing. A ReLU takes half of the mean square, "
            "and the weights give it back.",
        ),
        Mistake(
            the_bound,
            "这是均匀分布的界 √3·σ，要的是标准差 σ。",
            "this is the bound √3·σ of the uniform law; the deviation σ is asked.",
        ),
    ),
    zh="He（Kaiming）初始化的标准差，mode 为 fan_in，激活为负半轴斜率 a 的 leaky ReLU"
    "（a = 0 即 ReLU）：增益除以 √fan_in。返回一个数。",
    en="the deviation of He's (Kaiming's) initialization with fan_in for a leaky ReLU "
    "of negative slope a (a = 0 is ReLU): the gain over √fan_in. Returns a number.",
)
