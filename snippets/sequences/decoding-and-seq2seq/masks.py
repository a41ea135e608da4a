# kind: figure
"""Who looks at whom: in the decoder itself, and from it into the encoder."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {
        "own": "自注意力：5×5",
        "cross": "交叉注意力：5×7",
        "keys": ("解码器的位置", "编码器的位置"),
        "queries": "解码器的位置",
        "padding": "填充",
    },
    "en": {
        "own": "self-attention: 5×5",
        "cross": "cross-attention: 5×7",
        "keys": ("place in decoder", "place in encoder"),
        "queries": "place in decoder",
        "padding": "padding",
    },
}
T, S, PADDED = 5, 7, 2


def table(ax, left, width, seen, color, hidden=0):
    look = {"fc": "none", "ec": "0.55", "lw": 0.8}
    if hidden:
        ax.add_patch(Rectangle((left + width - hidden, 0), hidden, T, **look))
    for i in range(T):
        for j in range(width - hidden):
            place = left + j, T - 1 - i
            if seen(i, j):
                ax.add_patch(Rectangle(place, 1, 1, fc=color, alpha=0.55))
            ax.add_patch(Rectangle(place, 1, 1, **look))


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.4, 2.9))
    second = T + 1.6
    table(ax, 0, T, lambda i, j: j <= i, "C0")
    table(ax, second, S, lambda i, j: True, "C1", PADDED)
    tops = (T / 2, text["own"]), (second + S / 2, text["cross"])
    for n, (x, name) in enumerate(tops):
        ax.text(x, T + 0.35, name, ha="center", va="bottom")
        ax.text(x, -0.35, text["keys"][n], ha="center", va="top", fontsize=11)
    ax.text(
        -0.35,
        T / 2,
        text["queries"],
        ha="right",
        va="center",
        rotation=90,
        fontsize=11,
    )
    ax.text(
        second + S - PADDED / 2,
        T / 2,
        text["padding"],
        ha="center",
        va="center",
        rotation=90,
        fontsize=11,
    )
    ax.set(xlim=(-1.1, second + S + 0.1), ylim=(-1.1, T + 1.1))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
