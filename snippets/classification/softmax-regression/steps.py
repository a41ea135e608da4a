# kind: figure
"""Logits to probabilities to loss, with the lecture's numbers."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import FancyBboxPatch

from chainrule.scratch.nn import softmax

TEXT = {
    "zh": ("logit", "取指数", "除以总和", "目标"),
    "en": ("logit", "exponential", "over the sum", "target"),
}
Z, T = np.array([3.0, 1.0, -3.0]), (1, 0, 0)


def box(ax, x, y, words, color, width=1.25):
    shape = FancyBboxPatch(
        (x - width / 2, y - 0.27),
        width,
        0.54,
        "round,pad=0.04",
        fc="none",
        ec=color,
    )
    ax.add_patch(shape)
    ax.text(x, y, words, ha="center", va="center", fontsize=12)


def arrow(ax, start, end):
    style = {"arrowstyle": "-|>", "color": "0.55", "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", end, start, arrowprops=style)


def draw(lang):
    fig, ax = plt.subplots(figsize=(5.8, 3.1))
    columns = (0.7, 2.75, 5.1, 7.1)
    for x, word in zip(columns, TEXT[lang], strict=True):
        ax.text(x, 3.2, word, ha="center", fontsize=11)
    power, y = np.exp(Z), softmax(Z)
    for k in range(3):
        row = 2.5 - 0.95 * k
        box(ax, columns[0], row, f"$z_{k + 1} = {Z[k]:g}$", "C0")
        box(ax, columns[1], row, f"{power[k]:.2f}", "C1", 1.1)
        box(ax, columns[2], row, f"$y_{k + 1} = {y[k]:.3f}$", "C2", 1.75)
        box(ax, columns[3], row, f"{T[k]}", "C3", 0.6)
        arrow(ax, (columns[0] + 0.72, row), (columns[1] - 0.64, row))
        arrow(ax, (columns[1] + 0.62, row), (columns[2] - 0.95, row))
    ax.text(
        columns[1],
        -0.12,
        f"$\\Sigma = {power.sum():.2f}$",
        ha="center",
        va="center",
    )
    ax.text(columns[2], -0.12, "$\\Sigma = 1$", ha="center", va="center")
    ax.text(
        (columns[2] + columns[3]) / 2,
        -0.75,
        f"$E_n = -\\ln y_1 = {-np.log(y[0]):.3f}$",
        ha="center",
        va="center",
        color="C2",
    )
    ax.set(xlim=(-0.1, 7.6), ylim=(-1.05, 3.55))
    ax.axis("off")
    return fig
