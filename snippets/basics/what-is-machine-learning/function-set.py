# kind: figure
"""Each line above is one point of the loss below."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.data import daily_views, look_back
from chainrule.scratch.models.regression import least_squares

TEXT = {
    "zh": {
        "x": "昨天（千次）",
        "t": "今天（千次）",
        "w": "权重 $w$（固定 $b = 3.56$）",
        "loss": "损失 $L$",
    },
    "en": {
        "x": "yesterday (thousands)",
        "t": "today (thousands)",
        "w": "weight $w$ (at $b = 3.56$)",
        "loss": "loss $L$",
    },
}


def draw(lang):
    text = TEXT[lang]
    X, t = look_back(daily_views(101), 1)
    x = X[:, 0]
    w, b = least_squares(X, t)
    fig, (top, low) = plt.subplots(
        2, 1, figsize=(5.6, 6.2), height_ratios=(3, 2)
    )
    top.plot(x, t, "o", ms=4, mew=0, alpha=0.45, color="0.55")

    def loss(w):
        return np.mean((b + np.multiply.outer(w, x) - t) ** 2, axis=-1)

    grid = np.linspace(0.08, 0.56, 200)
    low.plot(grid, loss(grid), "-", color="0.55")
    ends = np.array([2.8, 7.2])
    for here, color, style, mark in (
        (0.12, "C0", "--", "s"),
        (0.2, "C2", "-.", "^"),
        (w[0], "C1", "-", "*"),
        (0.45, "C3", ":", "D"),
    ):
        best = here == w[0]
        width = 3 if best else 2
        top.plot(ends, b + here * ends, style, color=color, lw=width)
        size = 15 if best else 8
        low.plot(here, loss(here), mark, ms=size, color=color, zorder=4)
    top.set(xlabel=text["x"], ylabel=text["t"], xlim=ends)
    low.set(xlabel=text["w"], ylabel=text["loss"])
    return fig
