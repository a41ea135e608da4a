# kind: figure
"""Three samples on their way through a layer meet in the statistics."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {"batch": "一个批次", "statistics": "$\\mu,\\ \\sigma^2$"},
    "en": {"batch": "one batch", "statistics": "$\\mu,\\ \\sigma^2$"},
}
COLUMNS = 0.0, 1.25, 2.5, 4.9, 6.1
ROWS = 2.4, 1.2, 0.0


def box(ax, x, y, label, color, width=0.8):
    ax.add_patch(
        FancyBboxPatch(
            (x - width / 2, y - 0.3),
            width,
            0.6,
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
    fig, ax = plt.subplots(figsize=(5.2, 3.6))
    first, second, third, fourth, fifth = COLUMNS
    for n, y in enumerate(ROWS, 1):
        box(ax, first, y, f"$x_{n}$", "0.5")
        box(ax, second, y, "$W$", "C0")
        box(ax, third, y, f"$u_{n}$", "0.5")
        box(ax, fourth, y, rf"$\hat{{u}}_{n}$", "C1")
        box(ax, fifth, y, "$f$", "C0")
        arrow(ax, (first + 0.45, y), (second - 0.45, y))
        arrow(ax, (second + 0.45, y), (third - 0.45, y))
        arrow(ax, (third + 0.45, y), (fourth - 0.45, y))
        arrow(ax, (fourth + 0.45, y), (fifth - 0.45, y))
    x, y = (third + fourth) / 2, -1.25
    box(ax, x, y, text["statistics"], "C3", 1.5)
    for row in ROWS:
        arrow(ax, (third + 0.25, row - 0.34), (x - 0.5, y + 0.36), "C3", 1)
        arrow(ax, (x + 0.5, y + 0.36), (fourth - 0.25, row - 0.34), "C3", 1)
    ax.text(first, 3.15, text["batch"], ha="center", fontsize=12)
    ax.set(xlim=(-0.7, 6.7), ylim=(-1.75, 3.5))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
