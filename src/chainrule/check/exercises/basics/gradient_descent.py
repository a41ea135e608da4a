"""Gradient descent, with every point on the way."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.optim.gradient_descent import gradient_descent


def uphill(slope, theta, lr, steps):
    return gradient_descent(slope, theta, -lr, steps)


def one_array(slope, theta, lr, steps):
    theta = np.array(theta, dtype=float)
    path = [theta]
    for _ in range(steps):
        theta -= lr * slope(theta)
        path.append(theta)
    return np.array(path)


def without_the_start(slope, theta, lr, steps):
    return gradient_descent(slope, theta, lr, steps)[1:]


def one_parameter_after_the_other(slope, theta, lr, steps):
    theta = np.array(theta, dtype=float)
    path = [theta.copy()]
    for _ in range(steps):
        for i in np.ndindex(theta.shape):
            theta[i] -= lr * slope(theta)[i]
        path.append(theta.copy())
    return np.array(path)


def bowl(theta):
    """The slope of a tilted bowl, or of a parabola for one number."""
    return 2 * theta + np.sum(theta) - 1


def valleys(w):
    """The slope (1.9)."""
    return w * (w - 1) * (w + 1) ** 2 * (w + 2)


def inputs(rng):
    yield {"slope": bowl, "theta": np.array([1.0, 2.0]), "lr": 0.25, "steps": 1}
    yield {"slope": bowl, "theta": np.array([1.0, -1.0, 2.0]), "lr": 0.1, "steps": 5}
    yield {"slope": valleys, "theta": np.array(0.5), "lr": 0.1, "steps": 20}
    yield {"slope": bowl, "theta": rng.normal(size=4), "lr": 0.05, "steps": 0}


EXERCISE = Exercise(
    page="basics/what-is-machine-learning",
    equation="eq:small-step",
    number="1.7",
    right=gradient_descent,
    inputs=inputs,
    mistakes=(
        Mistake(
            uphill,
            "走的是上坡：要减去梯度，而不是加上。",
            "this goes uphill. The step is against the slope: minus, not plus.",
        ),
        Mistake(
            one_array,
            "每一步都改写同一个数组，于是路径上全是终点：存一份副本，"
            "或者用 theta = theta - ….",
            "every step writes into the same array, so that the path holds the end "
            "alone. Keep copies, or write theta = theta - ….",
        ),
        Mistake(
            without_the_start,
            "路径少了起点：steps 步共有 steps + 1 个点。",
            "the start is missing: so many steps have one point more.",
        ),
        Mistake(
            one_parameter_after_the_other,
            "逐个参数更新时，后面的参数用了已经改动的点：所有导数都在同一点取。",
            "the parameters move one after the other, and later ones see the earlier "
            "ones moved. All slopes are taken at the same point.",
        ),
    ),
    zh="从 theta 出发走 steps 步；slope(theta) 与 theta 同形状，"
    "结果是全部的点 (steps + 1, …)，起点在内。",
    en="so many steps from theta; slope(theta) has the shape of theta, the result is "
    "all points (steps + 1, …), the start among them.",
)
