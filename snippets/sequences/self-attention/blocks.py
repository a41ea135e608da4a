# kind: figure
"""Self-attention as products of matrices, with a shape at each."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {
        "rows": "每行一个位置（本书、torch）",
        "columns": "每列一个位置（笔记）",
    },
    "en": {
        "rows": "positions as rows (here, torch)",
        "columns": "positions as columns (notes)",
    },
}
T, D_IN, D_K, D_V = 3.2, 2.6, 1.8, 2.2
SIZE = {"T": T, r"d_\mathrm{in}": D_IN, "d_k": D_K, "d_v": D_V}
COLORS = {"X": "0.5", "I": "0.5", "Q": "C3", "K": "C0", "V": "C2", "A": "C1"}
D = r"d_\mathrm{in}"
ROWS = [
    [("Q", "T", "d_k"), "=", ("X", "T", D), ("W_q^\\top", D, "d_k")],
    [("K", "T", "d_k"), "=", ("X", "T", D), ("W_k^\\top", D, "d_k")],
    [("V", "T", "d_v"), "=", ("X", "T", D), ("W_v^\\top", D, "d_v")],
    [("A", "T", "T"), "=", ("Q", "T", "d_k"), ("K^\\top", "d_k", "T")],
    [("O", "T", "d_v"), "=", ("A'", "T", "T"), ("V", "T", "d_v")],
]


def turned(block):
    """The transpose of a block: its name without or with the sign."""
    name, height, width = block
    names = {"X": "I", "K^\\top": "K^\\top", "K": "K"}
    name = names.get(name, name.removesuffix("^\\top"))
    return name, width, height


def product(ax, left, top, parts):
    """Blocks side by side, middles on one line."""
    x = left
    for part in parts:
        if part == "=":
            ax.text(x + 0.2, top, "=", ha="center", va="center", size=13)
            x += 0.75
            continue
        name, height, width = part
        h, w = SIZE[height], SIZE[width]
        color = COLORS.get(name[0], "C4")
        ax.add_patch(
            Rectangle(
                (x, top - h / 2), w, h, fc=color, alpha=0.2, ec="none", lw=0
            )
        )
        ax.add_patch(
            Rectangle((x, top - h / 2), w, h, fc="none", ec=color, lw=1.4)
        )
        ax.text(x + w / 2, top, f"${name}$", ha="center", va="center", size=12)
        label = rf"${height}\!\times\!{width}$"
        ax.text(
            x + w / 2, top - h / 2 - 0.1, label, ha="center", va="top", size=9.5
        )
        x += w + 0.5


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.2, 5.9))
    for column, (left, key) in enumerate(((0, "rows"), (11.3, "columns"))):
        ax.text(left + 5, 2.2, text[key], ha="center", size=10.5)
        top = 0
        for n, (result, _, first, second) in enumerate(ROWS):
            if column:
                parts = [turned(result), "=", turned(second), turned(first)]
                if n == 3:  # A = K^T Q: the transposes stay outside
                    parts = [
                        ("A", "T", "T"),
                        "=",
                        ("K^\\top", "T", "d_k"),
                        ("Q", "d_k", "T"),
                    ]
            else:
                parts = [result, "=", first, second]
            product(ax, left, top, parts)
            top -= 4.55
    ax.set(xlim=(-0.3, 23), ylim=(-20.6, 3.2))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
