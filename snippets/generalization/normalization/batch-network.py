# kind: figure
"""Three samples on their way through a layer meet in the statistics."""

from itertools import pairwise

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {"statistics": "$\\mu$\n\n$\\sigma^2$"},
    "en": {"statistics": "$\\mu$\n\n$\\sigma^2$"},
}
COLUMNS = 0.0, 1.25, 2.5, 3.75, 5.0, 6.25
ROWS = 2.4, 1.2, 0.0


def box(ax, x, y, label, color, width=0.8, height=0.6):
    ax.add_patch(
        FancyBboxPatch(
            (x - width / 2, y - height / 2),
            width,
            height,
            boxstyle="round,pad=0.04",
            fc="none",
            ec=color,
            lw=1.6,
        )
    )
    ax.text(x, y, label, ha="center", va="center", fontsize=13)


def arrow(ax, start, end, color="0.5", width=1.1):
    look = {"arrowstyle": "->", "color": color, "lw": width}
    ax.annotate("", end, start, arrowprops=look)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.2, 2.9))
    first, second, third, middle, fourth, fifth = COLUMNS
    for n, y in enumerate(ROWS, 1):
        box(ax, first, y, f"$x_{n}$", "0.5")
        box(ax, second, y, "$W$", "C0")
        box(ax, third, y, f"$u_{n}$", "0.5")
        box(ax, fourth, y, rf"$\hat{{u}}_{n}$", "C1")
        box(ax, fifth, y, "$f$", "C0")
        columns = first, second, third, middle, fourth, fifth
        for a, b in pairwise(columns):
            arrow(ax, (a + 0.45, y), (b - 0.45, y))
    box(ax, middle, ROWS[1], text["statistics"], "C3", height=3)
    ax.set(xlim=(-0.6, 6.85), ylim=(-0.5, 2.9))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
