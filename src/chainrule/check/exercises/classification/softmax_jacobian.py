"""The derivatives of softmax by its logits."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn.activation.softmax import softmax_jacobian


def diagonal_alone(y):
    return (y * (1 - y))[..., None] * np.eye(y.shape[-1])


def sign_of_the_rest(y):
    diagonal = y[..., None] * np.eye(y.shape[-1])
    outer = y[..., :, None] * y[..., None, :]
    return np.where(np.eye(y.shape[-1]) > 0, diagonal - outer, outer)


def no_outer_product(y):
    return y[..., None] * np.eye(y.shape[-1]) - y[..., None, :]


def of_the_logarithm(y):
    return np.eye(y.shape[-1]) - np.broadcast_to(
        y[..., None, :], (*y.shape, y.shape[-1])
    )


def inputs(rng):
    yield {"y": np.array([0.25, 0.75])}
    yield {"y": np.array([0.5, 0.3, 0.2])}
    yield {"y": rng.dirichlet(np.ones(3), size=4)}


EXERCISE = Exercise(
    page="classification/softmax-regression",
    equation="eq:softmax-jacobian",
    number="9.3",
    right=softmax_jacobian,
    inputs=inputs,
    mistakes=(
        Mistake(
            diagonal_alone,
            "只有对角线：每个 logit 也改变其他类的概率，那里是 -yᵢyⱼ。",
            "this is the diagonal alone. A logit changes the other probabilities as "
            "well, by - y_i y_j.",
        ),
        Mistake(
            sign_of_the_rest,
            "对角线之外的符号反了：别的 logit 升高，这一类的概率下降。",
            "the sign off the diagonal is wrong: if another logit rises, this "
            "probability falls.",
        ),
        Mistake(
            no_outer_product,
            "减去的应是外积 yᵢyⱼ，这里减去的只是 yⱼ。",
            "what is subtracted is the outer product y_i y_j, not y_j alone.",
        ),
        Mistake(
            of_the_logarithm,
            "这是 ln y 的导数：还要乘以 yᵢ。",
            "these are the derivatives of ln y: a factor y_i is missing.",
        ),
    ),
    zh="softmax 对 logit 的导数；概率 y (..., K)，结果 (..., K, K)，i 在前，j 在后。",
    en="the derivatives of softmax by its logits; probabilities y (..., K), the result "
    "is (..., K, K), i before j.",
)
