# kind: figure
"""Encoder and decoder, with the shape of what goes in and comes out."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {
        "encoder": "编码器",
        "decoder": "解码器",
        "in": "输入：$S \\times d$",
        "memory": "记忆：$S \\times d$",
        "so far": "已写出的词元：$T$",
        "scores": "下一个词元的得分：$T \\times V$",
        "words": ["BEGIN", "机器", "学习", "END"],
    },
    "en": {
        "encoder": "encoder",
        "decoder": "decoder",
        "in": "input: $S \\times d$",
        "memory": "memory: $S \\times d$",
        "so far": "written so far: $T$",
        "scores": "scores of the next: $T \\times V$",
        "words": ["BEGIN", "good", "day", "END"],
    },
}
S, LEFT, RIGHT, HIGH = 6, 1.3, 4.6, 2.1


def box(ax, x, y, label, color, width, height):
    shape = "round,pad=0.04"
    corner = x - width / 2, y - height / 2
    look = {"boxstyle": shape, "fc": "none", "ec": color, "lw": 1.6}
    ax.add_patch(FancyBboxPatch(corner, width, height, **look))
    ax.text(x, y, label, ha="center", va="center", fontsize=11)


def arrow(ax, start, end, style="-"):
    look = {"arrowstyle": "->", "color": "0.5", "lw": 1.1, "ls": style}
    ax.annotate("", end, start, arrowprops=look)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.2, 4.3))
    words = text["words"]
    box(ax, LEFT, HIGH, text["encoder"], "C0", 2.5, 0.8)
    box(ax, RIGHT, HIGH, text["decoder"], "C1", 2.9, 0.8)
    for k in range(S):
        x = LEFT - 1.05 + 0.42 * k
        for y in (0.75, 3.35):
            ax.add_patch(plt.Rectangle((x - 0.1, y - 0.25), 0.2, 0.5, fc="C0"))
        arrow(ax, (x, 1.05), (x, 1.65))
        arrow(ax, (x, 2.55), (x, 3.05))
    ax.text(LEFT, 0.2, text["in"], ha="center", va="center", fontsize=11)
    ax.text(LEFT, 3.9, text["memory"], ha="center", va="center", fontsize=11)
    arrow(ax, (LEFT + 1.35, 3.1), (RIGHT - 1.35, 2.6))
    places = [RIGHT - 1.0 + k for k in range(3)]
    for k, x in enumerate(places):
        ax.text(x, 0.75, words[k], ha="center", va="center", fontsize=10)
        ax.text(x, 3.35, words[k + 1], ha="center", va="center", fontsize=10)
        arrow(ax, (x, 1.0), (x, 1.65))
        arrow(ax, (x, 2.55), (x, 3.1))
        if k < 2:
            # what was written is read next; the box hides a part of the way
            step = (places[k + 1] - 0.12 - x - 0.15) / 2.05
            for start, end in ((3.1, 2.6), (1.6, 1.05)):
                way = [(x + 0.15 + step * (3.1 - y), y) for y in (start, end)]
                arrow(ax, *way, ":")
    ax.text(RIGHT, 0.2, text["so far"], ha="center", va="center", fontsize=11)
    ax.text(RIGHT, 3.9, text["scores"], ha="center", va="center", fontsize=11)
    ax.set(xlim=(-0.1, 6.2), ylim=(-0.05, 4.15))
    ax.axis("off")
    return fig
