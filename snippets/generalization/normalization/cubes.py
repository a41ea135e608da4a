# kind: figure
"""Which numbers share a mean: four ways through the cube of a batch."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Polygon

TEXT = {
    "zh": {
        "batch": "批归一化",
        "layer": "层归一化",
        "instance": "实例归一化",
        "group": "组归一化",
        "N": "样本 $N$",
        "C": "通道 $C$",
        "HW": "位置 $H, W$",
    },
    "en": {
        "batch": "batch normalization",
        "layer": "layer normalization",
        "instance": "instance normalization",
        "group": "group normalization",
        "N": "sample $N$",
        "C": "channel $C$",
        "HW": "place $H, W$",
    },
}
N, C, HW = 4, 4, 4
# which cells (n, c, hw) are in the set of the first sample and channel
SETS = {
    "batch": lambda n, c: c == 0,
    "layer": lambda n, c: n == 0,
    "instance": lambda n, c: n == 0 and c == 0,
    "group": lambda n, c: n == 0 and c < 2,
}
ACROSS, UP, BACK = (np.array(v) for v in ((1.0, 0), (0, 1.0), (0.5, 0.42)))


def face(ax, corner, a, b, filled):
    points = [corner, corner + a, corner + a + b, corner + b]
    color = "C1" if filled else "none"
    ax.add_patch(Polygon(points, fc=color, ec="0.45", lw=0.8, alpha=1))


def cube(ax, shares):
    """c runs across, hw up, n back; three sides are seen."""
    for n in reversed(range(N)):
        for c in range(C):  # the top
            at = c * ACROSS + HW * UP + n * BACK
            face(ax, at, ACROSS, BACK, shares(n, c))
        for k in range(HW):  # the right side
            at = C * ACROSS + k * UP + n * BACK
            face(ax, at, BACK, UP, shares(n, C - 1))
    for c in range(C):  # the front: sample 0
        for k in range(HW):
            face(ax, c * ACROSS + k * UP, ACROSS, UP, shares(0, c))


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 2, figsize=(5.2, 5.6))
    for ax, name in zip(axes.flat, SETS, strict=True):
        cube(ax, SETS[name])
        ax.set_title(text[name])
        ax.text(C / 2, -0.25, text["C"], ha="center", va="top", fontsize=11)
        ax.text(
            -0.2,
            HW / 2,
            text["HW"],
            ha="right",
            va="center",
            rotation=90,
            fontsize=11,
        )
        at = C * ACROSS + N / 2 * BACK
        ax.text(
            at[0] + 0.25,
            at[1] - 0.3,
            text["N"],
            ha="left",
            va="top",
            fontsize=11,
        )
        ax.set(xlim=(-1, 7.2), ylim=(-1.1, 6))
        ax.set_aspect("equal")
        ax.axis("off")
    return fig
