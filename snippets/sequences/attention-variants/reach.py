# kind: figure
"""Whom a pixel hears: in a convolution, and in self-attention around it."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import FancyBboxPatch, Rectangle

TEXT = {
    "zh": {
        "outer": "自注意力：哪些像素、各占多少，由内容决定",
        "inner": "卷积：窗口固定，权重固定",
    },
    "en": {
        "outer": "self-attention: content decides who counts",
        "inner": "convolution: fixed window and weights",
    },
}
SIZE = 7


def grid(ax, x, y, shares, color):
    for i, j in np.ndindex(SIZE, SIZE):
        place = x + j, y + SIZE - 1 - i
        share = shares[i, j]
        ax.add_patch(Rectangle(place, 1, 1, fc=color, alpha=share, lw=0))
        ax.add_patch(Rectangle(place, 1, 1, fc="none", ec="0.6", lw=0.6))
    middle = (x + 3, y + 3)
    ax.add_patch(Rectangle(middle, 1, 1, fc="none", ec="C3", lw=2.4, zorder=4))


def frame(ax, x, y, width, height, color):
    style = "round,pad=0,rounding_size=0.8"
    ax.add_patch(
        FancyBboxPatch(
            (x, y), width, height, boxstyle=style, fc="none", ec=color, lw=1.8
        )
    )


def draw(lang):
    text = TEXT[lang]
    window = np.zeros((SIZE, SIZE))
    window[2:5, 2:5] = 0.25 + 0.6 * np.random.default_rng(3).random((3, 3))
    i, j = np.mgrid[:SIZE, :SIZE]
    content = np.exp(-((i - 1) ** 2 + (j - 5) ** 2) / 1.5)
    content += 0.9 * np.exp(-((i - 5) ** 2 + (j - 1) ** 2) / 2)
    fig, ax = plt.subplots(figsize=(4.4, 5.6))
    frame(ax, -4, -2.2, 17, 22.6, "C0")
    frame(ax, -3.2, -1.3, 15.4, 10.3, "C1")
    grid(ax, 1, 11, content.clip(0, 0.95), "C0")
    grid(ax, 1, -0.6, window, "C1")
    ax.text(4.5, 19.2, text["outer"], ha="center", va="center", fontsize=11)
    ax.text(4.5, 7.7, text["inner"], ha="center", va="center", fontsize=11)
    ax.set(xlim=(-4.3, 13.3), ylim=(-2.6, 20.8))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
