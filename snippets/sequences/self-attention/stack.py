# kind: figure
"""Self-attention and a dense layer for each position, twice."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {"attention": "自注意力", "dense": "全连接"},
    "en": {"attention": "self-attention", "dense": "dense"},
}
WORDS = "I", "saw", "a", "saw"


def box(ax, x, y, width, height, color, label):
    ax.add_patch(
        FancyBboxPatch(
            (x - width / 2, y - height / 2),
            width,
            height,
            boxstyle="round,pad=0.02,rounding_size=0.12",
            fc="none",
            ec=color,
            lw=1.8,
        )
    )
    ax.text(x, y, label, ha="center", va="center", fontsize=12)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 4.6))
    look = {"arrowstyle": "->", "color": "0.5", "lw": 1.3}

    def up(x, low, high):
        ax.annotate("", (x, high), (x, low), arrowprops=look)

    for n, word in enumerate(WORDS):
        ax.text(n, -0.15, word, ha="center", va="center", fontsize=13)
        up(n, 0.1, 0.62)
        for base in (0.9, 3.1):
            up(n, base + 0.3, base + 0.77)
            box(ax, n, base + 1.05, 0.82, 0.5, "C1", text["dense"])
            up(n, base + 1.33, base + 1.9)
    for base in (0.9, 3.1):
        box(ax, 1.5, base, 3.9, 0.5, "C0", text["attention"])
    ax.set(xlim=(-0.6, 3.6), ylim=(-0.4, 5.1))
    ax.axis("off")
    return fig
