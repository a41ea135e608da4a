"""One step of AMSGrad, in the form of torch."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.optim import adam
from chainrule.scratch.optim import amsgrad as right


def corrected_maximum(w, g, m, v, v_max, t, lr, betas, eps):
    m = betas[0] * m + (1 - betas[0]) * g
    v = betas[1] * v + (1 - betas[1]) * g**2
    v_max = np.maximum(v_max, v / (1 - betas[1] ** t))
    step = m / (1 - betas[0] ** t) / (np.sqrt(v_max) + eps)
    return w - lr * step, m, v, v_max


def no_correction(w, g, m, v, v_max, t, lr, betas, eps):
    m = betas[0] * m + (1 - betas[0]) * g
    v = betas[1] * v + (1 - betas[1]) * g**2
    v_max = np.maximum(v_max, v)
    return w - lr * m / (np.sqrt(v_max) + eps), m, v, v_max


def plain_adam(w, g, m, v, v_max, t, lr, betas, eps):
    w, m, v = adam(w, g, m, v, t, lr, betas, eps)
    return w, m, v, np.maximum(v_max, v)


def maximum_kept_as_v(w, g, m, v, v_max, t, lr, betas, eps):
    w, m, v, v_max = right(w, g, m, v, v_max, t, lr, betas, eps)
    return w, m, v_max, v_max


def one_maximum(w, g, m, v, v_max, t, lr, betas, eps):
    v_all = betas[1] * v + (1 - betas[1]) * g**2
    return right(w, g, m, v, max(v_max.max(), v_all.max()) + 0 * w, t, lr, betas, eps)


def inputs(rng):
    yield {
        "w": np.array([1.0]),
        "g": np.array([2.0]),
        "m": np.array([0.0]),
        "v": np.array([1.0]),
        "v_max": np.array([4.0]),
        "t": 2,
        "lr": 0.1,
        "betas": (0.9, 0.99),
        "eps": 1e-8,
    }
    for shape, t in ((3,), 2), ((2, 3), 7):
        v = rng.uniform(0.1, 1, size=shape)
        yield {
            "w": rng.normal(size=shape),
            "g": rng.normal(size=shape),
            "m": rng.normal(size=shape),
            "v": v,
            "v_max": v * rng.choice([1.0, 3.0], size=shape),
            "t": t,
            "lr": 0.02,
            "betas": (0.8, 0.9),
            "eps": 0.01,
        }


EXERCISE = Exercise(
    page="optimization/after-adam",
    equation="eq:amsgrad-step",
    number="24.11",
    right=right,
    inputs=inputs,
    mistakes=(
        Mistake(
            corrected_maximum,
            "最大值取在了修正后的 v̂ 上：torch 先对未修正的 v 取最大，再修正。",
            "the maximum is over corrected v̂. torch takes it over raw v "
            "and corrects afterwards.",
        ),
        Mistake(
            no_correction,
            "没有偏差修正：论文如此，torch 和这里修正 m 和 v_max。",
            "there is no bias correction. The paper has none; torch, and this "
            "exercise, correct m and v_max.",
        ),
        Mistake(
            plain_adam,
            "算了 v_max 却没有用：分母里仍是 v。",
            "v_max is computed but not used: v still stands below the fraction.",
        ),
        Mistake(
            maximum_kept_as_v,
            "v 被最大值覆盖了：v 要照常衰减，最大值另存。",
            "v is overwritten by the maximum. v goes on fading; "
            "the maximum is kept beside it.",
        ),
        Mistake(
            one_maximum,
            "最大值取遍了所有参数：应逐元素取。",
            "the maximum is over all parameters. Take it elementwise.",
        ),
    ),
    zh="AMSGrad 的一步，torch 的写法：v_max 取未修正的 v 的最大值，之后再修正。"
    "w、g、m、v、v_max 同形状 (...)，t 从 1 数起，ε 在根号外；返回 (w, m, v, v_max)。",
    en="one step of AMSGrad in torch's form: v_max is the largest uncorrected v, and "
    "is corrected afterwards. w, g, m, v, v_max have one shape (...), t counts "
    "from 1, ε outside the root; returns (w, m, v, v_max).",
)
