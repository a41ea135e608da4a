"""The rate along half a cosine."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.optim.lr_scheduler import cosine_annealing_lr as right


def forgets_the_minimum(t, lr, T_max, eta_min):
    return lr / 2 * (1 + np.cos(np.pi * t / T_max))


def minimum_added(t, lr, T_max, eta_min):
    return eta_min + lr / 2 * (1 + np.cos(np.pi * t / T_max))


def whole_period(t, lr, T_max, eta_min):
    return eta_min + (lr - eta_min) / 2 * (1 + np.cos(2 * np.pi * t / T_max))


def no_half(t, lr, T_max, eta_min):
    return eta_min + (lr - eta_min) * (1 + np.cos(np.pi * t / T_max))


def counts_from_one(t, lr, T_max, eta_min):
    return right(t + 1, lr, T_max, eta_min)


def inputs(rng):
    yield {"t": 0, "lr": 1.0, "T_max": 10, "eta_min": 0.0}
    yield {"t": 5, "lr": 0.3, "T_max": 10, "eta_min": 0.1}
    yield {"t": 8, "lr": 0.3, "T_max": 8, "eta_min": 0.01}
    yield {"t": 3, "lr": 0.2, "T_max": 7, "eta_min": 0.05}


EXERCISE = Exercise(
    page="optimization/learning-rate-schedules",
    equation="eq:cosine-annealing",
    number="26.5",
    right=right,
    inputs=inputs,
    mistakes=(
        Mistake(
            forgets_the_minimum,
            "没有用 η_min：终点应是它，不是 0。",
            "η_min is not used: the end is there, not at 0.",
        ),
        Mistake(
            minimum_added,
            "η_min 只是加了上去，起点就高了：余弦的幅度是 η − η_min。",
            "η_min is just added, and the start is too high. "
            "The cosine spans η − η_min.",
        ),
        Mistake(
            whole_period,
            "走了整个周期，又回到了起点：只要半个余弦，π t/T。",
            "this is a whole period, which ends where it began. "
            "Half a cosine is asked: π t/T.",
        ),
        Mistake(
            no_half,
            "少除了 2：1 + cos 从 2 降到 0。",
            "the half is missing: 1 + cos falls from 2 to 0.",
        ),
        Mistake(
            counts_from_one,
            "t 从 0 数起：第一次更新用的是 η 本身。",
            "t counts from 0: the first update takes η itself.",
        ),
    ),
    zh="余弦退火：t = 0 时为 lr，t = T_max 时为 eta_min，其间为半个余弦。"
    "t 从 0 数起，0 ≤ t ≤ T_max；返回一个数。",
    en="cosine annealing: lr at t = 0, eta_min at t = T_max, half a cosine between. "
    "t counts from 0, 0 ≤ t ≤ T_max; returns a number.",
)
