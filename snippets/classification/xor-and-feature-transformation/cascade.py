# kind: figure
"""Two logistic units feed a third: a diagram with the weights."""

import matplotlib.pyplot as plt
from matplotlib.patches import Circle

TEXT = {
    "zh": {"in": "特征", "hidden": "变换：两个单元", "out": "分类"},
    "en": {
        "in": "features",
        "hidden": "transform: two units",
        "out": "classify",
    },
}


def node(ax, at, label, color):
    ax.add_patch(Circle(at, 0.33, fc="none", ec=color, lw=1.8))
    ax.text(*at, label, ha="center", va="center", fontsize=13)


def arrow(ax, start, end, label, color, place=0.5, style="-"):
    look = {"arrowstyle": "->", "color": color, "ls": style, "lw": 1.4}
    ax.annotate("", end, start, arrowprops=look)
    x, y = (s + place * (e - s) for s, e in zip(start, end, strict=True))
    ax.text(x, y + 0.1, label, color=color, ha="center", va="bottom")


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 3.2))
    for row, sub in ((2, 1), (0, 2)):
        node(ax, (0, row), f"$x_{sub}$", "C4")
        node(ax, (2.6, row), f"$a_{sub}$", "C2")
        ax.text(2.6, row - 0.45, "$-1$", ha="center", va="top")
        arrow(ax, (2.95, row), (4.9, 1 + 0.2 * (row - 1)), "$20$", "C2")
    node(ax, (5.25, 1), "$y$", "C1")
    ax.text(5.25, 0.55, "$-13.2$", ha="center", va="top")
    arrow(ax, (0.35, 2), (2.25, 2), "$-2$", "C0", style="--")
    arrow(ax, (0.35, 0), (2.25, 0), "$-2$", "C0", style="--")
    arrow(ax, (0.3, 1.8), (2.3, 0.2), "$2$", "C0", 0.22)
    arrow(ax, (0.3, 0.2), (2.3, 1.8), "$2$", "C0", 0.22)
    for x, name in ((0, "in"), (2.6, "hidden"), (5.25, "out")):
        ax.text(x, 2.75, text[name], ha="center")
    ax.set(xlim=(-0.6, 6.0), ylim=(-0.85, 3.05))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
