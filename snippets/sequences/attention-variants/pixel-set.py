# kind: figure
"""A picture of 5 x 10 pixels as a set of fifty vectors of three numbers."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {
        "picture": "$5 \\times 10$ 像素，每个三个数",
        "set": "50 个向量，每个三个数",
        "row": "第 {} 行",
    },
    "en": {
        "picture": "$5 \\times 10$ pixels, three numbers each",
        "set": "50 vectors of three numbers",
        "row": "row {}",
    },
}
COLORS = "C1", "C2", "C0"


def draw(lang):
    text = TEXT[lang]
    rng = np.random.default_rng(0)
    x = 0.15 + 0.85 * rng.random((3, 5, 10))
    fig, (top, below) = plt.subplots(2, 1, figsize=(4.8, 4.4))
    for n, (i, j) in enumerate(np.ndindex(5, 10)):
        for c, color in enumerate(COLORS):
            style = {"fc": color, "alpha": x[c, i, j], "lw": 0}
            stripe = j + 0.05 + 0.3 * c, 4 - i + 0.05
            top.add_patch(Rectangle(stripe, 0.3, 0.9, **style))
            place = n + 0.6 * i, 2 - c
            below.add_patch(Rectangle(place, 0.85, 0.95, **style))
    chosen = {"fc": "none", "ec": "C3", "lw": 2, "zorder": 4}
    top.add_patch(Rectangle((3, 2), 1, 1, **chosen))  # row 3, the fourth
    below.add_patch(Rectangle((24.1, -0.15), 1.05, 3.2, **chosen))
    for row in range(5):
        label = text["row"].format(row + 1)
        below.text(10.6 * row + 5, -1, label, ha="center", fontsize=10)
    top.set(xlim=(-0.2, 10.2), ylim=(-0.2, 5.2), title=text["picture"])
    top.set_aspect("equal")
    below.set(xlim=(-0.3, 53.2), ylim=(-1.6, 3.4), title=text["set"])
    for ax in (top, below):
        ax.axis("off")
    return fig
