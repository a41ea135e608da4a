"""One step of Adam."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.optim import adam as right


def _moments(g, m, v, betas):
    m = betas[0] * m + (1 - betas[0]) * g
    return m, betas[1] * v + (1 - betas[1]) * g**2


def no_correction(w, g, m, v, t, lr, betas, eps):
    m, v = _moments(g, m, v, betas)
    return w - lr * m / (np.sqrt(v) + eps), m, v


def eps_in_the_root(w, g, m, v, t, lr, betas, eps):
    m, v = _moments(g, m, v, betas)
    first, second = m / (1 - betas[0] ** t), v / (1 - betas[1] ** t)
    return w - lr * first / np.sqrt(second + eps), m, v


def eps_before_the_correction(w, g, m, v, t, lr, betas, eps):
    m, v = _moments(g, m, v, betas)
    factor = np.sqrt(1 - betas[1] ** t) / (1 - betas[0] ** t)
    return w - lr * factor * m / (np.sqrt(v) + eps), m, v


def from_zero(w, g, m, v, t, lr, betas, eps):
    m, v = _moments(g, m, v, betas)
    first, second = m / (1 - betas[0] ** (t + 1)), v / (1 - betas[1] ** (t + 1))
    return w - lr * first / (np.sqrt(second) + eps), m, v


def corrected_kept(w, g, m, v, t, lr, betas, eps):
    m, v = _moments(g, m, v, betas)
    m, v = m / (1 - betas[0] ** t), v / (1 - betas[1] ** t)
    return w - lr * m / (np.sqrt(v) + eps), m, v


def without_power(w, g, m, v, t, lr, betas, eps):
    m, v = _moments(g, m, v, betas)
    first, second = m / (1 - betas[0]), v / (1 - betas[1])
    return w - lr * first / (np.sqrt(second) + eps), m, v


def g_for_m(w, g, m, v, t, lr, betas, eps):
    m, v = _moments(g, m, v, betas)
    return w - lr * g / (np.sqrt(v / (1 - betas[1] ** t)) + eps), m, v


def inputs(rng):
    yield {
        "w": np.array([1.0]),
        "g": np.array([2.0]),
        "m": np.array([0.0]),
        "v": np.array([0.0]),
        "t": 1,
        "lr": 0.1,
        "betas": (0.9, 0.999),
        "eps": 1e-8,
    }
    for shape, t, betas, eps in (
        ((3,), 2, (0.8, 0.99), 0.1),
        ((2, 3), 10, (0.9, 0.999), 1e-3),
    ):
        yield {
            "w": rng.normal(size=shape),
            "g": rng.normal(size=shape),
            "m": rng.normal(size=shape),
            "v": rng.uniform(0.1, 1, size=shape),
            "t": t,
            "lr": 0.02,
            "betas": betas,
            "eps": eps,
        }
    yield {
        "w": np.array([1.0, 2.0]),
        "g": np.array([0.0, 1e-6]),
        "m": np.zeros(2),
        "v": np.zeros(2),
        "t": 1,
        "lr": 0.1,
        "betas": (0.9, 0.999),
        "eps": 1e-6,
    }


EXERCISE = Exercise(
    page="optimization/adam",
    equation="eq:adam-step",
    number="23.5",
    right=right,
    inputs=inputs,
    mistakes=(
        Mistake(
            no_correction,
            "没有偏差修正：m 和 v 从 0 开始，先除以 1 − β^t。",
            "the bias correction is missing. m and v start at 0: "
            "divide them by 1 − β^t first.",
        ),
        Mistake(
            eps_in_the_root,
            "ε 在根号里了：Adam 的 ε 加在 √v̂ 之外。",
            "ε stands inside the root. Adam adds it to √v̂.",
        ),
        Mistake(
            eps_before_the_correction,
            "修正合进了学习率，ε 就加在了未修正的 √v 上，相当于 ε/√(1 − β₂^t)；"
            "要加在 √v̂ 上。",
            "with both corrections in the rate, ε is added to the uncorrected √v, "
            "as if it were ε/√(1 − β₂^t). It belongs to √v̂.",
        ),
        Mistake(
            from_zero,
            "t 多加了 1：它从 1 数起，这次就是第 t 步。",
            "t is counted one too far: it starts at 1, and this is the t-th step.",
        ),
        Mistake(
            corrected_kept,
            "返回了修正后的 m̂、v̂：要保存的是未修正的 m 和 v，不然会一再修正。",
            "m̂ and v̂ are kept. Keep m and v uncorrected, or they are corrected again "
            "and again.",
        ),
        Mistake(
            without_power,
            "修正里少了 t 次方：1 − β^t，不是 1 − β，只在第一步才相同。",
            "the power is missing: 1 − β^t, not 1 − β; they are equal in step 1 alone.",
        ),
        Mistake(
            g_for_m,
            "分子用了 g：那是带修正的 RMSProp，Adam 的分子是 m̂。",
            "g stands above the fraction. That is RMSProp with a correction; "
            "Adam has m̂ there.",
        ),
    ),
    zh="Adam 的一步，算法 1：w、g、m、v 同形状 (...)；t 从 1 数起，g 是第 t 个梯度；"
    "betas = (β₁, β₂)；ε 加在 √v̂ 上。返回 (w, m, v)，m、v 未修正。",
    en="one step of Adam, Algorithm 1: w, g, m, v have one shape (...); t counts from "
    "1, and g is the t-th gradient; betas = (β₁, β₂); ε is added to √v̂. Returns "
    "(w, m, v), with m and v uncorrected.",
)
