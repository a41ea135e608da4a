# kind: figure
"""A multilayer perceptron: what is joined, and what is not."""

from itertools import pairwise

import matplotlib.pyplot as plt
from matplotlib.patches import Circle

TEXT = {
    "zh": {
        "names": ("输入层", "隐藏层 1", "隐藏层 2", "输出层"),
        "back": "没有反馈",
        "side": "同层之间\n没有连接",
    },
    "en": {
        "names": (
            "input\nlayer",
            "hidden\nlayer 1",
            "hidden\nlayer 2",
            "output\nlayer",
        ),
        "back": "no feedback",
        "side": "no links\nwithin a layer",
    },
}
SIZES = (3, 4, 4, 2)
WIDE = 2.0


def heights(count):
    return [(count - 1) / 2 - i for i in range(count)]


def crossed(ax, x, y):
    ax.plot([x], [y], "x", color="C1", ms=11, mew=2.5, zorder=4)


def draw(lang):
    text = TEXT[lang]
    paper = plt.rcParams["axes.facecolor"]
    fig, ax = plt.subplots(figsize=(5.6, 4.3))
    for layer, (n, m) in enumerate(pairwise(SIZES)):
        for y in heights(n):
            for y_next in heights(m):
                place = [layer * WIDE, (layer + 1) * WIDE]
                ax.plot(place, [y, y_next], "-", color="0.65", lw=0.9)
    for layer, n in enumerate(SIZES):
        color = "C0" if 0 < layer < 3 else "C2"
        x = layer * WIDE
        for y in heights(n):
            circle = Circle((x, y), 0.26, fc=paper, ec=color, lw=2, zorder=3)
            ax.add_patch(circle)
        ax.text(x, 2.1, text["names"][layer], ha="center", va="bottom")
        ax.text(x, -2.0, f"$n_{layer} = {n}$", ha="center", va="top")
    look = {"arrowstyle": "->", "color": "C1", "ls": "--", "lw": 1.6}
    bow = {**look, "connectionstyle": "arc3,rad=-0.35"}
    ax.annotate("", (WIDE, -1.8), (2 * WIDE, -1.8), arrowprops=bow)
    crossed(ax, 1.5 * WIDE, -2.14)
    ax.text(1.5 * WIDE, -2.5, text["back"], color="C1", ha="center", va="top")
    bow = {**look, "connectionstyle": "arc3,rad=-0.6"}
    edge = 3 * WIDE + 0.26
    ax.annotate("", (edge, -0.42), (edge, 0.42), arrowprops=bow)
    crossed(ax, edge + 0.26, 0)
    place = edge + 0.5, 0
    ax.text(*place, text["side"], color="C1", ha="left", va="center")
    ax.set(xlim=(-0.6, 8.6), ylim=(-2.95, 3.1))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
