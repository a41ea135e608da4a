# kind: figure
"""A logistic regression drawn as a neuron."""

import matplotlib.pyplot as plt
from matplotlib.patches import Circle

TEXT = {
    "zh": ("特征", "权重", "加权和", "概率"),
    "en": ("features", "weights", "sum", "probability"),
}


def arrow(ax, start, end, color="0.55"):
    style = {"arrowstyle": "-|>", "color": color, "lw": 1.3}
    style |= {"shrinkA": 0, "shrinkB": 0}
    ax.annotate("", end, start, arrowprops=style)


def draw(lang):
    fig, ax = plt.subplots(figsize=(5.6, 2.9))
    for place, word in zip((0.3, 1.9, 4.0, 7.7), TEXT[lang], strict=True):
        ax.text(place, 3.55, word, ha="center")
    rows = ((2.8, "$x_1$", "$w_1$"), (1.7, "$x_2$", "$w_2$"))
    for y, name, weight in (*rows, (0.6, "$x_d$", "$w_d$")):
        ax.text(0.3, y, name, ha="center", va="center", fontsize=13)
        side = 0.14 if y > 1.7 else -0.14 if y < 1.7 else 0
        arrow(ax, (0.65, y), (3.5, 1.7 + 2.5 * side))
        at = 1.7 + (y - 1.7) * 0.62
        ax.text(1.9, at + 0.2, weight, ha="center", color="C0", fontsize=13)
    ax.text(0.3, 1.12, "$\\vdots$", ha="center", va="center", fontsize=13)
    ax.text(4.0, 0.2, "$b$", ha="center", va="center", color="C0", fontsize=13)
    arrow(ax, (4.0, 0.45), (4.0, 1.18))
    for place, name, color in (
        (4.0, "$\\Sigma$", "C0"),
        (6.0, "$\\sigma$", "C1"),
    ):
        circle = Circle((place, 1.7), 0.5, fc="none", ec=color, lw=1.8)
        ax.add_patch(circle)
        ax.text(place, 1.7, name, ha="center", va="center", fontsize=16)
    arrow(ax, (4.5, 1.7), (5.5, 1.7))
    ax.text(5.0, 1.9, "$z$", ha="center", fontsize=13)
    arrow(ax, (6.5, 1.7), (7.2, 1.7))
    ax.text(7.7, 1.7, "$y$", ha="center", va="center", fontsize=14)
    ax.set(xlim=(-0.2, 8.4), ylim=(-0.1, 3.9), aspect="equal")
    ax.axis("off")
    return fig
