# kind: figure
"""A block's flow of data, norm behind and norm in front, with shapes."""

import matplotlib.pyplot as plt
from matplotlib.patches import Circle, FancyBboxPatch

TEXT = {
    "zh": {
        "attention": "自注意力",
        "network": "前馈网络\n$d \\to f \\to d$",
        "norm": "层归一化",
        "post": "后归一化（原论文）",
        "pre": "前归一化",
    },
    "en": {
        "attention": "self-attention",
        "network": "network\n$d \\to f \\to d$",
        "norm": "norm",
        "post": "post-norm (the paper)",
        "pre": "pre-norm",
    },
}
LABEL = "$T \\times d$"


def box(ax, x, y, label, color, height):
    corner = x - 0.72, y - height / 2
    look = {"boxstyle": "round,pad=0.03", "fc": "none", "ec": color}
    ax.add_patch(FancyBboxPatch(corner, 1.44, height, lw=1.6, **look))
    ax.text(x, y, label, ha="center", va="center", fontsize=10.5)


def up(ax, x, start, end, label=True):
    look = {"arrowstyle": "->", "color": "0.5", "lw": 1.2}
    ax.annotate("", (x, end), (x, start), arrowprops=look)
    if label:
        ax.text(x + 0.07, (start + end) / 2, LABEL, va="center", fontsize=9.5)


def around(ax, x, start, end):
    """The residual connection, from the stream to the sum."""
    side = x - 0.98
    ax.plot([x, side, side], [start, start, end], "-", color="C3", lw=1.6)
    look = {"arrowstyle": "->", "color": "C3", "lw": 1.6}
    ax.annotate("", (x - 0.13, end), (side - 0.005, end), arrowprops=look)


def plus(ax, x, y):
    ax.add_patch(Circle((x, y), 0.13, fc="none", ec="C3", lw=1.6))
    ax.text(x, y - 0.01, "+", ha="center", va="center", fontsize=12)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.2, 6.6))
    for x, order in ((1.1, "post"), (3.7, "pre")):
        y = 0.0
        up(ax, x, y - 0.3, y + 0.5)
        y += 0.5
        for part, height in (("attention", 0.4), ("network", 0.62)):
            branch = y - 0.06
            if order == "pre":
                box(ax, x, y + 0.22, text["norm"], "C2", 0.36)
                up(ax, x, y + 0.43, y + 0.86)
                y += 0.86
            middle = y + height / 2 + 0.03
            box(ax, x, middle, text[part], "C0", height)
            y = middle + height / 2 + 0.03
            up(ax, x, y, y + 0.43)
            y += 0.43
            plus(ax, x, y + 0.13)
            around(ax, x, branch, y + 0.13)
            y += 0.26
            up(ax, x, y, y + 0.45)
            y += 0.45
            if order == "post":
                box(ax, x, y + 0.22, text["norm"], "C2", 0.36)
                up(ax, x, y + 0.43, y + 0.86)
                y += 0.86
        ax.text(x, -0.5, text[order], ha="center", va="center", fontsize=11.5)
    ax.set(xlim=(0, 4.7), ylim=(-0.65, 5.45))
    ax.axis("off")
    return fig
