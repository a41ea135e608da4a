# kind: figure
"""Two objects, three predictions, and the pairs that cost least together."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {
        "cat": "猫",
        "dog": "狗",
        "none": "没有物体",
        "truth": "物体",
        "made": "预测",
    },
    "en": {
        "cat": "cat",
        "dog": "dog",
        "none": "no object",
        "truth": "objects",
        "made": "predictions",
    },
}
TARGETS = (0.3, 0.5, 0.4, 0.6), (0.6, 0.5, 0.4, 0.4)
BOXES = (0.65, 0.5, 0.4, 0.4), (0.5, 0.2, 0.2, 0.2), (0.35, 0.5, 0.4, 0.6)
PAIRS = {0: 2, 1: 0}
COLORS = "C0", "C1"


def outline(ax, left, box, **look):
    cx, cy, w, h = box
    corner = left + cx - w / 2, 1 - cy - h / 2
    ax.add_patch(Rectangle(corner, w, h, **look))


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.2, 3.0))
    second = 1.35
    for left, name in ((0, "truth"), (second, "made")):
        ax.add_patch(Rectangle((left, 0), 1, 1, fc="none", ec="0.55", lw=0.8))
        ax.text(left + 0.5, 1.04, text[name], ha="center", va="bottom")
    for n, (box, name) in enumerate(zip(TARGETS, ("cat", "dog"), strict=True)):
        outline(ax, 0, box, fc=COLORS[n], ec="none", alpha=0.25)
        outline(ax, 0, box, fc="none", ec=COLORS[n], lw=2)
        made = BOXES[PAIRS[n]]
        outline(ax, second, made, fc="none", ec=COLORS[n], lw=2, ls="--")
        x = box[0] + (-0.1, 0.1)[n]
        ax.text(x, 0.5, text[name], ha="center", va="center")
        y = (0.74, 0.34)[n]
        ends = (box[0] + box[2] / 2, second + made[0] - made[2] / 2), (y, y)
        look = {"arrowstyle": "<->", "color": COLORS[n], "lw": 1.6}
        ax.annotate("", (ends[0][1], y), (ends[0][0], y), arrowprops=look)
    for n, box in enumerate(BOXES):
        ax.text(
            second + box[0] + (0.12, -0.05, -0.12)[n],
            1 - box[1] + (0, 0.05, 0)[n],
            f"{n}",
            ha="center",
            va="center",
        )
    outline(ax, second, BOXES[1], fc="none", ec="0.55", lw=2, ls=":")
    ax.text(
        second + 0.63, 0.8, text["none"], ha="left", va="center", fontsize=10.5
    )
    ax.set(xlim=(-0.03, second + 1.03), ylim=(-0.03, 1.15))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
