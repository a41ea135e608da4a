# kind: figure
"""One parameter: the sign of the slope says which way is down."""

from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim import gradient_descent

TEXT = {
    "zh": {
        "left": "斜率为负：$w$ 增大",
        "right": "斜率为正：$w$ 减小",
        "loss": "损失 $L(w)$",
    },
    "en": {
        "left": "slope < 0:\n$w$ grows",
        "right": "slope > 0:\n$w$ shrinks",
        "loss": "loss $L(w)$",
    },
}
x, t, b = np.array([0.0, 1.0, 2.0]), np.array([1.0, 2.0, 6.0]), 0.5


def loss(w):
    return np.mean((b + np.multiply.outer(w, x) - t) ** 2, axis=-1)


def slope(w):
    return 2 * np.mean((b + w * x - t) * x)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots()
    w = np.linspace(-0.4, 5.4, 100)
    ax.plot(w, loss(w), "-", color="0.55")
    for start, color, name in ((0.0, "C0", "left"), (4.8, "C1", "right")):
        path = gradient_descent(slope, start, 0.1, 12)
        ax.plot(path, loss(path), "o", ms=5, color=color)
        for here, there in pairwise(path[:5]):
            ax.annotate(
                "",
                (there, loss(there)),
                (here, loss(here)),
                arrowprops={"arrowstyle": "->", "color": color, "shrinkB": 3},
            )
        reach = np.array([start - 0.8, start + 0.8])
        ax.plot(
            reach,
            loss(start) + slope(start) * (reach - start),
            "--",
            color=color,
        )
        side = 1 if name == "left" else -1
        ax.annotate(
            text[name],
            (start, loss(start)),
            (14 * side, 12),
            textcoords="offset points",
            ha="left" if side > 0 else "right",
            va="center",
            color=color,
        )
    ax.plot(2.5, 0.5, "*", ms=12, color="C4", zorder=4)
    ax.set(xlabel="$w$", ylabel=text["loss"], ylim=(0, 15))
    return fig
