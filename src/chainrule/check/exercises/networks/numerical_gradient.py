"""The gradient by central differences."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


class Example:
    """A function that a report can print."""

    def __init__(self, text):
        self.text = text
        self.function = eval(f"lambda theta: {text}", {"np": np})

    def __call__(self, theta):
        return self.function(theta)

    def __repr__(self):
        return f"lambda theta: {self.text}"

    def __deepcopy__(self, memo):
        return self


def _moved(theta, i, by):
    theta = np.array(theta, dtype=float)
    theta[i] += by
    return theta


def numerical_gradient(f, theta, h):
    return np.array(
        [
            (f(_moved(theta, i, h)) - f(_moved(theta, i, -h))) / (2 * h)
            for i in range(len(theta))
        ]
    )


def forward_difference(f, theta, h):
    ends = [f(_moved(theta, i, h)) for i in range(len(theta))]
    return (np.array(ends) - f(theta)) / h


def divided_by_h(f, theta, h):
    return 2 * numerical_gradient(f, theta, h)


def not_put_back(f, theta, h):
    theta, slopes = np.array(theta, dtype=float), []
    for i in range(len(theta)):
        theta[i] += h
        above = f(theta)
        theta[i] -= 2 * h
        slopes.append((above - f(theta)) / (2 * h))
    return np.array(slopes)


def all_at_once(f, theta, h):
    return (f(theta + h) - f(theta - h)) / (2 * h) * np.ones_like(theta)


def whole_numbers(f, theta, h):
    slopes = []
    for i in range(len(theta)):
        up, down = theta.copy(), theta.copy()
        up[i] += np.asarray(h).astype(theta.dtype)
        down[i] -= np.asarray(h).astype(theta.dtype)
        slopes.append((f(up) - f(down)) / (2 * h))
    return np.array(slopes)


def forward_and_whole(f, theta, h):
    slopes = []
    for i in range(len(theta)):
        up = theta.copy()
        up[i] += np.asarray(h).astype(theta.dtype)
        slopes.append((f(up) - f(theta)) / h)
    return np.array(slopes)


def inputs(rng):
    cube = Example("np.sum(theta**3)")
    product = Example("theta[0] ** 2 * theta[1] + np.exp(theta[2])")
    yield {"f": cube, "theta": np.array([2.0]), "h": 0.1}
    yield {"f": product, "theta": rng.normal(size=3), "h": 0.01}
    yield {"f": product, "theta": np.array([1, 2, 0]), "h": 0.5}


EXERCISE = Exercise(
    page="networks/backpropagation",
    equation="eq:nudged-loss",
    number="14.2",
    right=numerical_gradient,
    inputs=inputs,
    mistakes=(
        Mistake(
            forward_difference,
            "这是单边差分，误差与 h 成正比；中心差分两边各走一步，误差是 h²。",
            "this is the one-sided difference, whose error is of order h. "
            "The central one steps both ways, and its error is of order h².",
        ),
        Mistake(
            divided_by_h,
            "两点相距 2h，除的却是 h。",
            "the two points are 2h apart, and this divides by h.",
        ),
        Mistake(
            not_put_back,
            "参数没有恢复：量下一个分量时，前面的还停在 θ − h。",
            "a parameter is not put back: the next slopes are taken where "
            "those before still stand at θ − h.",
        ),
        Mistake(
            all_at_once,
            "所有分量一起动了：那是斜率之和，梯度要一个一个地量。",
            "all parameters move at once, which gives the sum of all slopes. "
            "Move one at a time.",
        ),
        Mistake(
            whole_numbers,
            "θ 是整数数组时，加上的小步被舍去了：先转成浮点数。",
            "in an array of whole numbers the small step is cut off: "
            "make it floats first.",
        ),
        Mistake(
            forward_and_whole,
            "这是单边差分，误差与 h 成正比；而且 θ 是整数数组时，加上的小步被舍去了。",
            "this is the one-sided difference, whose error is of order h; and in an "
            "array of whole numbers the step is cut off.",
        ),
    ),
    zh="中心差分。f 把 (p,) 变成一个数；theta (p,)，可能是整数；步长 h 对每个分量相同。"
    "返回 (p,) 的浮点数，theta 不变。",
    en="central differences. f turns (p,) into a number; theta (p,) may be whole "
    "numbers; the step h is the same for each. Returns floats (p,), leaves theta "
    "alone.",
)
