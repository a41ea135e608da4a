# kind: figure
"""Shapes on the way through multi-head attention, for two heads."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {
        "x": "$X$：$T \\times d$",
        "qkv": "$Q,\\ K,\\ V$：$T \\times d$",
        "head": "第 {} 头\n$T \\times d/2$",
        "weights": "权重\n$T \\times T$",
        "out": "输出\n$T \\times d/2$",
        "joined": "并排：$T \\times d$",
        "y": "$Y$：$T \\times d$",
    },
    "en": {
        "x": "$X$: $T \\times d$",
        "qkv": "$Q,\\ K,\\ V$: $T \\times d$",
        "head": "head {}\n$T \\times d/2$",
        "weights": "weights\n$T \\times T$",
        "out": "output\n$T \\times d/2$",
        "joined": "side by side: $T \\times d$",
        "y": "$Y$: $T \\times d$",
    },
}


def box(ax, x, y, text, color, width=3.4):
    style = "round,pad=0.02,rounding_size=0.12"
    corner = (x - width / 2, y - 0.42)
    ax.add_patch(
        FancyBboxPatch(
            corner, width, 0.84, boxstyle=style, fc="none", ec=color, lw=1.6
        )
    )
    ax.text(x, y, text, ha="center", va="center", fontsize=11.5)


def arrow(ax, start, end, text=""):
    ax.annotate("", end, start, arrowprops={"arrowstyle": "->", "color": "0.5"})
    if text:
        x = (start[0] + end[0]) / 2 + 0.25
        ax.text(x, (start[1] + end[1]) / 2, text, va="center", fontsize=11.5)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.4, 6.4))
    wide = 4.6
    rows = 7.5, 6.1, 4.6, 3.2, 1.8, 0.3, -1.1
    box(ax, 3, rows[0], text["x"], "0.5", wide)
    box(ax, 3, rows[1], text["qkv"], "0.5", wide)
    arrow(ax, (3, 7.05), (3, 6.55), "$W^Q, W^K, W^V$")
    for head, (x, color) in enumerate(((1.2, "C0"), (4.8, "C1")), 1):
        box(ax, x, rows[2], text["head"].format(head), color, 2.6)
        box(ax, x, rows[3], text["weights"], color, 2.6)
        box(ax, x, rows[4], text["out"], color, 2.6)
        arrow(ax, (3 + (x - 3) / 3, 5.65), (x, 5.06))
        arrow(ax, (x, 4.15), (x, 3.66))
        arrow(ax, (x, 2.75), (x, 2.26))
        arrow(ax, (x, 1.35), (3 + (x - 3) / 3, 0.76))
    box(ax, 3, rows[5], text["joined"], "0.5", wide)
    box(ax, 3, rows[6], text["y"], "0.5", wide)
    arrow(ax, (3, -0.15), (3, -0.64), "$W^O$")
    ax.set(xlim=(-0.3, 6.3), ylim=(-1.6, 8.0))
    ax.axis("off")
    return fig
