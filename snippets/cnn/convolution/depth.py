# kind: figure
"""Two layers: boxes of channels, and the filters that reach through them."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Polygon

TEXT = {
    "zh": {"filters": "{n} 个滤波器\n每个 {d}×3×3"},
    "en": {"filters": "{n} filters of\n{d}×3×3 each"},
}
BACK = np.array([0.42, 0.42])
BOXES = ((0, 0.7, 3.0, "3×32×32"), (5.2, 2.6, 3.0, "64×32×32"))
BOXES += ((12.2, 1.7, 3.0, "32×32×32"),)


def box(ax, corner, depth, size, color, width=1.2, alpha=0.0):
    """A front of size x size, depth channels behind each other."""
    corner, depth = np.array(corner), depth * BACK
    right, up = np.array([size, 0]), np.array([0, size])
    faces = (
        (corner, corner + right, corner + right + up, corner + up),
        (
            corner + up,
            corner + up + right,
            corner + up + right + depth,
            corner + up + depth,
        ),
        (
            corner + right,
            corner + right + depth,
            corner + right + depth + up,
            corner + right + up,
        ),
    )
    for points in faces:
        if alpha:
            ax.add_patch(Polygon(points, fc=color, ec="none", alpha=alpha))
        ax.add_patch(Polygon(points, fc="none", ec=color, lw=width))


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 3.3))
    for n, (x, depth, size, label) in enumerate(BOXES):
        box(ax, (x, 0), depth, size, f"C{n}")
        ax.text(
            x + size / 2, -0.6, label, ha="center", va="center", fontsize=12
        )
        if n < 2:
            box(ax, (x + 1.7, 1.5), depth, 0.8, "C3", 1.6, 0.3)
            end = BOXES[n + 1][0] - 0.1, 1.9
            start = x + 2.6 + depth * BACK[0], 1.9 + (depth * BACK[1]) / 2
            look = {"arrowstyle": "->", "color": "C3", "lw": 1.6}
            ax.annotate("", end, start, arrowprops=look)
            words = text["filters"].format(n=(64, 32)[n], d=(3, 64)[n])
            at = (4.3, 11.1)[n]
            ax.text(at, 5.3, words, ha="center", va="center", fontsize=12)
    ax.set(xlim=(-0.3, 16.6), ylim=(-1.1, 6.3))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
