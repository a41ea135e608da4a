"""The schedule of the Transformer."""

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.optim.lr_scheduler import noam_lr as right


def counts_from_zero(t, lr, d_model, warmup_steps):
    return lr * d_model**-0.5 * min(t**-0.5, t * warmup_steps**-1.5)


def larger_of_both(t, lr, d_model, warmup_steps):
    n = t + 1
    return lr * d_model**-0.5 * max(n**-0.5, n * warmup_steps**-1.5)


def linear_to_one(t, lr, d_model, warmup_steps):
    n = t + 1
    return lr * d_model**-0.5 * min(n**-0.5, n / warmup_steps)


def no_width(t, lr, d_model, warmup_steps):
    return right(t, lr, 1, warmup_steps)


def width_upside_down(t, lr, d_model, warmup_steps):
    return right(t, lr, 1 / d_model, warmup_steps)


def inputs(rng):
    yield {"t": 0, "lr": 1.0, "d_model": 4, "warmup_steps": 4}
    yield {"t": 3, "lr": 1.0, "d_model": 16, "warmup_steps": 4}
    yield {"t": 99, "lr": 2.0, "d_model": 512, "warmup_steps": 400}
    yield {"t": 999, "lr": 0.5, "d_model": 512, "warmup_steps": 400}


EXERCISE = Exercise(
    page="optimization/learning-rate-schedules",
    equation="eq:noam",
    number="26.13",
    right=right,
    inputs=inputs,
    mistakes=(
        Mistake(
            counts_from_zero,
            "把 t 当成了论文的 step_num：t 从 0 数起，step_num = t + 1，"
            "否则第一步除以 0。",
            "t is taken for the paper's step_num. t counts from 0 and step_num is "
            "t + 1, or the first step divides by 0.",
        ),
        Mistake(
            larger_of_both,
            "取了较大者：上升和下降的两支取较小者，峰在它们相交处。",
            "this takes the larger of both. Rise and fall meet at the peak, "
            "and the smaller one holds.",
        ),
        Mistake(
            linear_to_one,
            "上升支除以了 T_w：应为 T_w 的 1.5 次方，才在 T_w 处与下降支相接。",
            "the rise divides by T_w. It is T_w to the power 1.5, "
            "so that it meets the fall at T_w.",
        ),
        Mistake(
            no_width,
            "缺 1/√d_model。",
            "1/√d_model is missing.",
        ),
        Mistake(
            width_upside_down,
            "乘了 √d_model：宽的模型学习率更小，应除。",
            "this multiplies by √d_model. Wider models take smaller rates: divide.",
        ),
    ),
    zh="Transformer 的学习率（noam），乘以 lr。t 从 0 数起，step_num = t + 1；"
    "d_model、warmup_steps 为正整数；返回一个数。",
    en="the Transformer's rate (noam), times lr. t counts from 0, step_num = t + 1; "
    "d_model and warmup_steps are positive whole numbers; returns a number.",
)
