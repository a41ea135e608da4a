# kind: figure
"""Shapes at every arrow: a batch goes through two layers."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {
        "sample": "一行一个样本",
        "neuron": "一列一个神经元",
        "f": "每个数各自经过 $f$",
    },
    "en": {
        "sample": "a row is a sample",
        "neuron": "a column is a neuron",
        "f": "$f$ on every number",
    },
}
N, SIZES, CELL = 5, (6, 4, 3), 0.3


def matrix(ax, x, y, rows, columns, color, mark=None):
    """A grid whose left upper corner is (x, y); mark is a row or column."""
    height, width = rows * CELL, columns * CELL
    if mark == "row":
        at, size = (x, y - CELL), (width, CELL)
    else:
        at, size = (x, y - height), (CELL, height)
    if mark:
        ax.add_patch(Rectangle(at, *size, fc=color, alpha=0.45, lw=0))
    for i in range(rows + 1):
        ax.plot([x, x + width], 2 * [y - i * CELL], color=color, lw=1, ls="-")
    for j in range(columns + 1):
        ax.plot(2 * [x + j * CELL], [y, y - height], color=color, lw=1, ls="-")
    return x + width


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 4.6))
    for layer in (1, 2):
        n, m = SIZES[layer - 1 : layer + 1]
        top = 0.0 if layer == 1 else -4.0
        x = matrix(ax, 0, top, N, n, "C2" if layer == 1 else "C0", "row")
        middle = top - N * CELL / 2
        name = f"$Y^{{({layer - 1})}}$\n$(N, {n})$"
        ax.text(x / 2, top + 0.15, name, ha="center", va="bottom")
        ax.text(x + 0.27, middle, "·", ha="center", va="center", fontsize=16)
        left = x + 0.55
        x = matrix(ax, left, middle + n * CELL / 2, n, m, "C1", "column")
        name = f"$W^{{({layer})\\top}}$\n$({n}, {m})$"
        y = middle + n * CELL / 2 + 0.15
        ax.text((left + x) / 2, y, name, ha="center", va="bottom")
        ax.text(x + 0.27, middle, "+", ha="center", va="center", fontsize=14)
        left = x + 0.55
        x = matrix(ax, left, middle + CELL / 2, 1, m, "C3", "column")
        name = f"$b^{{({layer})}}$\n$({m},)$"
        y = middle + CELL / 2 + 0.15
        ax.text((left + x) / 2, y, name, ha="center", va="bottom")
        ax.text(x + 0.3, middle, "=", ha="center", va="center", fontsize=14)
        left = x + 0.6
        x = matrix(ax, left, top, N, m, "C0", None)
        ax.add_patch(
            Rectangle((left, top - CELL), CELL, CELL, fc="C0", alpha=0.6, lw=0)
        )
        name = f"$U^{{({layer})}}$\n$(N, {m})$"
        ax.text((left + x) / 2, top + 0.15, name, ha="center", va="bottom")
        if layer == 1:
            look = {"arrowstyle": "->", "color": "C0", "lw": 1.5}
            start, end = (left + x) / 2, top - N * CELL - 0.08
            ax.plot(
                [start, start], [end, end - 0.85], color="C0", lw=1.5, ls="-"
            )
            ax.plot([start, 0.6], 2 * [end - 0.85], color="C0", lw=1.5, ls="-")
            look = {"arrowstyle": "->", "color": "C0", "lw": 1.5}
            tip = (0.6, end - 1.45)
            ax.annotate("", tip, (0.6, end - 0.85), arrowprops=look)
            ax.text(
                2.6, end - 0.75, text["f"], color="C0", va="bottom", ha="center"
            )
    y = -4.0 - N * CELL - 0.2
    ax.text(0, y, text["sample"], color="C0", va="top")
    ax.text(5.0, y, text["neuron"], color="C1", va="top", ha="center")
    ax.set(xlim=(-0.15, 7.2), ylim=(y - 0.45, 1.0))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
