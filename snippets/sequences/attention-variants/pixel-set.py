# kind: figure
"""A picture of 5 x 10 pixels as a set of fifty vectors of three numbers."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {
        "picture": "$5 \\times 10$ 像素，三个通道",
        "set": "50 个向量，每个三个数",
        "row": "第 {} 行",
    },
    "en": {
        "picture": "$5 \\times 10$ pixels, three channels",
        "set": "50 vectors of three numbers",
        "row": "row {}",
    },
}
COLORS = "C1", "C2", "C0"


def draw(lang):
    text = TEXT[lang]
    rng = np.random.default_rng(0)
    x = 0.15 + 0.85 * rng.random((3, 5, 10))
    fig, (top, below) = plt.subplots(
        2, 1, figsize=(4.8, 4.6), height_ratios=(3, 2)
    )
    for c in (2, 1, 0):  # the last channel lies behind
        for i, j in np.ndindex(5, 10):
            place = (j + 1.2 * c, 4 - i + 0.9 * c)
            style = {"fc": "white", "ec": COLORS[c], "lw": 0.5}
            top.add_patch(Rectangle(place, 1, 1, **style, zorder=3 - c))
            style = {"fc": COLORS[c], "alpha": x[c, i, j], "zorder": 3.5 - c}
            top.add_patch(Rectangle(place, 1, 1, lw=0, **style))
    top.add_patch(Rectangle((3, 2), 1, 1, fc="none", ec="k", lw=2, zorder=5))
    top.set(xlim=(-0.2, 12.8), ylim=(-0.2, 7.1), title=text["picture"])
    for n, (i, j) in enumerate(np.ndindex(5, 10)):
        for c in range(3):
            place = (n + 0.15 * (n // 10), 2 - c)
            alpha = x[c, i, j]
            below.add_patch(
                Rectangle(place, 0.85, 0.95, fc=COLORS[c], alpha=alpha, lw=0)
            )
    below.add_patch(
        Rectangle((23.22, -0.1), 1.0, 3.15, fc="none", ec="k", lw=1.6)
    )
    for row in range(5):
        label = text["row"].format(row + 1)
        below.text(10.15 * row + 5, -0.9, label, ha="center", fontsize=10)
    below.set(xlim=(-0.3, 51), ylim=(-1.5, 3.4), title=text["set"])
    top.set_aspect("equal")
    for ax in (top, below):
        ax.axis("off")
    return fig
