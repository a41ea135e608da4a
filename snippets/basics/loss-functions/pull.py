# kind: figure
"""How far one target pulls the best constant, for three losses."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import huber_gradient
from chainrule.scratch.optim import gradient_descent

TEXT = {
    "zh": {
        "v": "第五个目标值 $v$",
        "c": "最好的常数",
        "names": (
            "均方误差：平均值",
            "平均绝对误差：中位数",
            "Huber，$\\delta = 3$",
        ),
    },
    "en": {
        "v": "fifth target $v$",
        "c": "best constant",
        "names": ("MSE: mean", "MAE: median", "Huber, $\\delta = 3$"),
    },
}


def best_huber(t):
    def slope(c):
        return huber_gradient(np.full(5, c), t, 3.0).sum()

    return gradient_descent(slope, np.median(t), 0.5, 150)[-1]


def draw(lang):
    text = TEXT[lang]
    v = np.linspace(-12, 28, 161)
    sets = np.array([[1.0, 2, 4, 7, last] for last in v])
    best = (
        sets.mean(axis=1),
        np.median(sets, axis=1),
        [best_huber(t) for t in sets],
    )
    fig, ax = plt.subplots()
    for c, name in zip(best, text["names"], strict=True):
        ax.plot(v, c, label=name)
    ax.plot([1, 2, 4, 7], [0.15] * 4, "o", color="C3", ms=5, clip_on=False)
    ax.set(xlabel=text["v"], ylabel=text["c"], ylim=(0, 9), xlim=(-12, 28))
    ax.grid(lw=0.5)
    ax.legend(loc="upper left")
    return fig
