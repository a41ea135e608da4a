# kind: figure
"""A curve with two valleys and a plateau, and descents that stop."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.analysis import valleys, valleys_slope
from chainrule.scratch.optim import gradient_descent

TEXT = {
    "zh": {
        "loss": "损失 $L(w)$",
        "global": "全局最小值",
        "local": "局部最小值",
        "plateau": "平台",
        "top": "山顶",
        "ends": "从各处出发，停在哪里：",
    },
    "en": {
        "loss": "loss $L(w)$",
        "global": "global minimum",
        "local": "local minimum",
        "plateau": "plateau",
        "top": "top",
        "ends": "where a start ends up:",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 4.6))
    w = np.linspace(-2.33, 1.32, 300)
    ax.plot(w, valleys(w), "-", color="0.55", lw=2)
    for start, color, mark in (
        (-2.28, "C0", "s"),
        (-0.15, "C2", "^"),
        (0.15, "C1", "o"),
    ):
        path = gradient_descent(valleys_slope, start, 0.08, 50)
        ax.plot(path, valleys(path), mark, ms=6, color=color, alpha=0.7)
    for at, key, where in (
        (1, "global", (0, -17)),
        (-2, "local", (0, -17)),
        (-1, "plateau", (0, -17)),
        (0, "top", (0, 9)),
    ):
        ax.annotate(
            text[key],
            (at, valleys(at)),
            where,
            textcoords="offset points",
            ha="center",
        )
    # A strip below the curve: the starts, in the colour of their end.
    for left, right, color in (
        (-2.33, -1, "C0"),
        (-1, 0, "C2"),
        (0, 1.32, "C1"),
    ):
        ax.hlines(-0.3, left + 0.02, right - 0.02, lw=7, color=color)
    ax.text(-2.33, -0.22, text["ends"], fontsize=9)
    ax.set(xlabel="$w$", ylabel=text["loss"], ylim=(-0.38, 1.3))
    return fig
