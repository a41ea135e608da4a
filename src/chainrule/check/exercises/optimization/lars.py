"""One step of LARS for one layer."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.optim import lars as right


def _with(ratio, decay=True):
    def step(w, g, m, lr, momentum, weight_decay, trust_coefficient):
        r = ratio(w, g, weight_decay, trust_coefficient)
        m = momentum * m - lr * r * (g + weight_decay * w * decay)
        return w + m, m

    return step


def _norm(a):
    return np.sqrt(np.sum(a**2))


def _right(w, g, decay, trust):
    size, below = _norm(w), _norm(g) + decay * _norm(w)
    return trust * size / below if size > 0 and below > 0 else 1.0


def upside_down(w, g, decay, trust):
    return trust * _norm(g) / (_norm(w) + decay * _norm(g))


def no_decay_below(w, g, decay, trust):
    return trust * _norm(w) / _norm(g) if _norm(w) * _norm(g) > 0 else 1.0


def unguarded(w, g, decay, trust):
    return trust * _norm(w) / (_norm(g) + decay * _norm(w))


def squares(w, g, decay, trust):
    size, below = np.sum(w**2), np.sum(g**2) + decay * np.sum(w**2)
    return trust * size / below if size > 0 and below > 0 else 1.0


def elementwise(w, g, decay, trust):
    size, below = np.abs(w), np.abs(g) + decay * np.abs(w)
    moves = (size > 0) & (below > 0)
    return np.where(moves, trust * size / np.where(moves, below, 1), 1.0)


def inputs(rng):
    common = {
        "lr": 0.5,
        "momentum": 0.8,
        "weight_decay": 0.1,
        "trust_coefficient": 0.02,
    }
    w, g = np.array([3.0, 4.0]), np.array([0.0, 2.0])
    yield {"w": w, "g": g, "m": np.zeros(2), **common}
    w, g, m = rng.normal(size=(3, 2, 3))
    yield {"w": w, "g": g, "m": m, **common}
    yield {"w": np.zeros(2), "g": np.array([1.0, 2.0]), "m": np.ones(2), **common}
    yield {"w": np.array([1.0, -2.0]), "g": np.zeros(2), "m": np.ones(2), **common}
    still = {"w": np.array([3.0, 4.0]), "g": np.zeros(2), "m": np.ones(2)}
    yield {**still, **common, "weight_decay": 0.0}


EXERCISE = Exercise(
    page="optimization/batch-size-and-sgd",
    equation="eq:lars-step",
    number="20.13",
    right=right,
    inputs=inputs,
    mistakes=(
        Mistake(
            _with(upside_down),
            "比值倒了：权重大的层走得远，‖w‖ 在分子。",
            "the ratio is upside down. Large weights may move far: ‖w‖ stands above.",
        ),
        Mistake(
            _with(no_decay_below),
            "分母里缺 λ‖w‖：衰减也是步子的一部分。",
            "λ‖w‖ is missing below the fraction: the decay is part of the step.",
        ),
        Mistake(
            _with(unguarded),
            "w = 0 时比值为 0（或 0/0），这一层就再也不动：这时取 1。",
            "for w = 0 the ratio is 0, or 0/0, and the layer never moves: take 1 then.",
        ),
        Mistake(
            _with(squares),
            "范数没有开根号。",
            "the norms lack their root.",
        ),
        Mistake(
            _with(elementwise),
            "逐元素算了比值：LARS 是一层一个比值。",
            "there is a ratio for each weight. LARS has one for a layer.",
        ),
        Mistake(
            _with(_right, decay=False),
            "步子里缺衰减 λ w：它既在分母里，也要加到梯度上。",
            "the step lacks the decay λ w. It is in the denominator and, as well, "
            "added to the gradient.",
        ),
    ),
    zh="一层的 LARS 一步：比值 r = κ‖w‖ / (‖g‖ + λ‖w‖)，w = 0 或分母为 0 时取 1；再走"
    "带动量的一步（m 含 η）。w、g、m 同形状 (...)，其余为数，κ 是 "
    "trust_coefficient；返回 (w, m)。",
    en="one step of LARS for one layer: the ratio r = κ‖w‖ / (‖g‖ + λ‖w‖), 1 where w "
    "= 0 or that divides by 0; then momentum (with η in m). w, g, m have one shape "
    "(...), the others are numbers, κ is trust_coefficient; returns (w, m).",
)
