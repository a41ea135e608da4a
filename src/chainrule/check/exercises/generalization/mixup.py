"""mixup with partners and share given."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def mixup(x, t, partner, lam):
    return lam * x + (1 - lam) * x[partner], lam * t + (1 - lam) * t[partner]


def targets_stay(x, t, partner, lam):
    return mixup(x, t, partner, lam)[0], t


def exchanged(x, t, partner, lam):
    return mixup(x, t, partner, 1 - lam)


def targets_exchanged(x, t, partner, lam):
    return mixup(x, t, partner, lam)[0], mixup(x, t, partner, 1 - lam)[1]


def larger_label(x, t, partner, lam):
    return mixup(x, t, partner, lam)[0], t if lam >= 0.5 else t[partner]


def other_partner_for_targets(x, t, partner, lam):
    back = np.argsort(partner)
    return mixup(x, t, partner, lam)[0], mixup(x, t, back, lam)[1]


def in_place(x, t, partner, lam):
    x, t = x.copy(), t.copy()
    for i, j in enumerate(partner):
        x[i] = lam * x[i] + (1 - lam) * x[j]
        t[i] = lam * t[i] + (1 - lam) * t[j]
    return x, t


def inputs(rng):
    yield {
        "x": np.array([[0.0], [10.0]]),
        "t": np.eye(2),
        "partner": np.array([1, 0]),
        "lam": 0.75,
    }
    for shape, lam in ((4, 3), 0.3), ((5, 1, 2, 2), 0.8):
        yield {
            "x": rng.normal(size=shape),
            "t": np.eye(3)[rng.integers(0, 3, size=shape[0])],
            "partner": np.roll(np.arange(shape[0]), 1),
            "lam": lam,
        }


EXERCISE = Exercise(
    page="generalization/data-augmentation",
    equation="eq:mixup",
    number="31.11",
    right=mixup,
    inputs=inputs,
    mistakes=(
        Mistake(
            targets_stay,
            "只混合了输入：目标也要用同样的份额混合。",
            "the inputs alone are mixed. The targets are mixed by the same shares.",
        ),
        Mistake(
            exchanged,
            "λ 和 1 − λ 换了位置：λ 是样本自己的份额，1 − λ 是伙伴的。",
            "λ and 1 − λ are exchanged: λ is the share of the sample itself.",
        ),
        Mistake(
            targets_exchanged,
            "目标的份额反了：输入里谁占 λ，目标里也是谁占 λ。",
            "the targets have the shares exchanged: who has λ of the input "
            "has λ of the target.",
        ),
        Mistake(
            larger_label,
            "目标取了份额大的那个：要按份额混合，目标不再是 one-hot。",
            "the target is that of the larger share. Mix them: "
            "the result is no longer one-hot.",
        ),
        Mistake(
            other_partner_for_targets,
            "输入和目标的伙伴不是同一个：两者都用 partner[i]。",
            "inputs and targets have different partners. Both take partner[i].",
        ),
        Mistake(
            in_place,
            "边混边写：后面的样本混进了已经混过的伙伴。先算完，再写入。",
            "samples are mixed with partners that were mixed already. "
            "Read from the old arrays.",
        ),
    ),
    zh="mixup：x (N, ...)，t (N, K) 为 one-hot 行，partner (N,) 是每个样本的伙伴的下"
    "标，lam 是样本自己的份额。返回混合后的 (x, t)，形状不变。",
    en="mixup: x (N, ...), t (N, K) of one-hot rows, partner (N,) the index of each "
    "sample's partner, lam the share of the sample itself. Returns the mixed (x, t) "
    "in the same shapes.",
)
