"""One proximal step for an L1 penalty."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.optim import proximal_sgd as right


def subgradient(w, g, lr, l1):
    return w - lr * (g + l1 * np.sign(w))


def threshold_without_rate(w, g, lr, l1):
    v = w - lr * g
    return v - np.clip(v, -l1, l1)


def hard(w, g, lr, l1):
    v = w - lr * g
    return np.where(np.abs(v) > lr * l1, v, 0.0)


def shrinks_first(w, g, lr, l1):
    return w - np.clip(w, -lr * l1, lr * l1) - lr * g


def one_sided(w, g, lr, l1):
    return np.maximum(w - lr * g - lr * l1, 0)


def sign_of_the_old(w, g, lr, l1):
    v = w - lr * g
    return np.where(np.abs(v) > lr * l1, v - lr * l1 * np.sign(w), 0.0)


def sign_lost(w, g, lr, l1):
    return np.maximum(np.abs(w - lr * g) - lr * l1, 0)


def inputs(rng):
    yield {
        "w": np.array([1.0, -0.5, 0.01]),
        "g": np.array([1.0, 0.0, 0.0]),
        "lr": 0.1,
        "l1": 0.2,
    }
    yield {"w": rng.normal(size=(3, 4)), "g": rng.normal(size=(3, 4))} | {
        "lr": 0.5,
        "l1": 0.6,
    }
    yield {"w": np.array([0.0, 0.3, -0.3]), "g": np.array([0.1, 1.0, -1.0])} | {
        "lr": 0.3,
        "l1": 0.0,
    }
    yield {"w": np.array([0.1, -0.1]), "g": np.array([1.0, -1.0])} | {
        "lr": 0.5,
        "l1": 0.2,
    }


def search(strategies, arrays):
    few = arrays.arrays(float, 3, elements=strategies.floats(-10, 10))
    rate = strategies.floats(0, 2)
    return strategies.tuples(few, few, rate, rate)


EXERCISE = Exercise(
    page="generalization/regularization",
    equation="eq:proximal-step",
    number="30.9",
    right=right,
    inputs=inputs,
    search=search,
    mistakes=(
        Mistake(
            subgradient,
            "这是次梯度的一步：权重会越过零来回摆，得不到恰好的 0。先走梯度，再收缩。",
            "this is a step along a subgradient: weights swing around zero and never "
            "reach it. Take the gradient step, then shrink.",
        ),
        Mistake(
            threshold_without_rate,
            "阈值没有乘 η：收缩量是 η λ₁。",
            "the threshold is not multiplied by η: the weights shrink by η λ₁.",
        ),
        Mistake(
            hard,
            "这是硬阈值：留下的权重也要缩短 η λ₁。",
            "this is the hard threshold. What remains is shortened by η λ₁, too.",
        ),
        Mistake(
            shrinks_first,
            "顺序反了：先走梯度，再收缩，落进阈值内的才恰好为 0。",
            "the order is reversed. First the gradient, then the shrinking: "
            "what falls within the threshold is exactly 0.",
        ),
        Mistake(
            one_sided,
            "只管了正数：负的权重向上收缩到 0。",
            "this treats positive numbers alone. Negative weights shrink upwards, to "
            "0.",
        ),
        Mistake(
            sign_of_the_old,
            "符号取自旧的 w：走过梯度一步后可能已经过零，要用 w − η g 的符号。",
            "the sign is that of the old w. The gradient step may have crossed zero: "
            "take the sign of w − η g.",
        ),
        Mistake(
            sign_lost,
            "丢了符号：收缩绝对值之后要乘回去。",
            "the sign is lost: multiply by it after the size is shortened.",
        ),
    ),
    zh="损失加 λ₁‖w‖₁ 的近端梯度一步：w 先走 −η g，再软阈值。g 只是损失的梯度；"
    "w、g 同形状 (...)，lr 和 l1 ≥ 0；返回新的 w。",
    en="a proximal gradient step for a loss plus λ₁‖w‖₁: move by −η g, then apply the "
    "soft threshold. g is the gradient of the loss alone; w and g have one shape "
    "(...), lr and l1 are ≥ 0; returns the new w.",
)
