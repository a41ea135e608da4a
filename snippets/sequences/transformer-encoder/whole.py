# kind: figure
"""The encoder of the paper: the shape at every arrow."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {
        "tokens": "词元编号",
        "table": "词嵌入表，乘以 $\\sqrt{d}$",
        "add": "加上位置编码",
        "first": "第 1 个 block",
        "second": "第 2 个 block",
        "last": "第 $L$ 个 block",
        "memory": "记忆",
    },
    "en": {
        "tokens": "numbers of tokens",
        "table": "embedding, times $\\sqrt{d}$",
        "add": "plus positions",
        "first": "block 1",
        "second": "block 2",
        "last": "block $L$",
        "memory": "memory",
    },
}
TABLE, VECTORS = "$(N, S)$", "$(N, S, d)$"
ROWS = [  # label, colour of its box, the shape that goes on from it
    ("tokens", None, TABLE),
    ("table", "C2", VECTORS),
    ("add", "C2", VECTORS),
    ("first", "C0", VECTORS),
    ("second", "C0", VECTORS),
    (None, None, VECTORS),
    ("last", "C0", VECTORS),
    ("memory", None, None),
]


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.4, 5.6))
    for y, (name, color, shape) in enumerate(ROWS):
        label = text[name] if name else r"$\vdots$"
        ax.text(0, y, label, ha="center", va="center", fontsize=12)
        if color:
            look = {"boxstyle": "round,pad=0.04", "fc": "none", "lw": 1.6}
            corner = -1.5, y - 0.24
            ax.add_patch(FancyBboxPatch(corner, 3, 0.48, ec=color, **look))
        if shape:
            look = {"arrowstyle": "->", "color": "0.5", "lw": 1.2}
            ax.annotate("", (0, y + 0.72), (0, y + 0.28), arrowprops=look)
            ax.text(0.2, y + 0.5, shape, va="center", fontsize=10.5)
    ax.set(xlim=(-1.8, 1.8), ylim=(-0.4, len(ROWS) - 0.6))
    ax.axis("off")
    return fig
