# kind: figure
"""Two parameters with different slopes: their rates, and their steps."""

from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim import rms_normalized_sgd

TEXT = {
    "zh": {
        "flat": "平缓",
        "steep": "陡峭",
        "rate": "$\\eta/\\sigma_1$ = {:.1f}",
    },
    "en": {
        "flat": "flat",
        "steep": "steep",
        "rate": "$\\eta/\\sigma_1$ = {:.1f}",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots()
    x = np.linspace(-3.4, 3.4, 80)
    for name, h, color, style in (
        ("flat", 0.2, "C0", "-"),
        ("steep", 2.0, "C1", "--"),
    ):
        way, s = [np.float64(-3.0)], 0.0
        for t in range(1, 7):
            w, s = rms_normalized_sgd(way[-1], h * way[-1], s, t, lr=0.6)
            way.append(w)
        way = np.array(way)
        label = f"{text[name]}: $\\sigma_1$ = {3 * h:.1f}, "
        label += text["rate"].format(0.6 / (3 * h))
        ax.plot(x, h * x**2 / 2, style, color=color, label=label)
        ax.plot(way, h * way**2 / 2, "o", color=color, ms=6)
        for a, b in pairwise(way[:4]):
            arrow = {"arrowstyle": "->", "color": color, "lw": 1.2}
            ax.annotate(
                "", (b, h * b**2 / 2), (a, h * a**2 / 2), arrowprops=arrow
            )
    ax.set(xlabel="$\\theta$", ylabel="$L$", ylim=(-0.4, 13.5))
    ax.legend(loc="upper center")
    return fig
