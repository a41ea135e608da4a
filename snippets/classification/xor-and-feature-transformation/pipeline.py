# kind: figure
"""Encode, then classify: by hand, and learned."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {
        "rows": ("特征工程", "神经网络"),
        "x": "特征 $\\mathbf{x}$",
        "h": ("人想出来的\n变换", "隐藏层\n$h(\\mathbf{x})$"),
        "g": "线性分类器\n$g$",
        "y": "$y$",
        "fixed": "只学这一块",
        "both": "两块一起学",
    },
    "en": {
        "rows": ("feature engineering", "neural network"),
        "x": "features $\\mathbf{x}$",
        "h": ("transform,\nthought up", "hidden layers\n$h(\\mathbf{x})$"),
        "g": "linear\nclassifier $g$",
        "y": "$y$",
        "fixed": "only this is learned",
        "both": "both are learned together",
    },
}


def box(ax, x, y, width, label, color, style="-"):
    ax.add_patch(
        FancyBboxPatch(
            (x, y - 0.4),
            width,
            0.8,
            boxstyle="round,pad=0.05",
            fc="none",
            ec=color,
            lw=1.8,
            ls=style,
        )
    )
    ax.text(x + width / 2, y, label, ha="center", va="center")


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 3.6))
    look = {"arrowstyle": "->", "lw": 1.4, "color": "0.5"}
    for y, row, h, note in (
        (2.6, text["rows"][0], text["h"][0], "fixed"),
        (0.4, text["rows"][1], text["h"][1], "both"),
    ):
        learned = note == "both"
        ax.text(0, y + 0.85, row)
        ax.text(0.5, y, text["x"], ha="center", va="center")
        box(
            ax,
            1.65,
            y,
            1.6,
            h,
            "C1" if learned else "0.6",
            "-" if learned else "--",
        )
        box(ax, 3.85, y, 1.6, text["g"], "C1")
        ax.text(6.15, y, text["y"], ha="center", va="center")
        for start, end in ((1.1, 1.58), (3.32, 3.78), (5.52, 6.0)):
            ax.annotate("", (end, y), (start, y), arrowprops=look)
        left = 1.6 if learned else 3.8
        ax.plot(
            [left, left, 5.5, 5.5],
            [y - 0.55, y - 0.7, y - 0.7, y - 0.55],
            "-",
            color="C1",
            lw=1.2,
        )
        ax.text(
            (left + 5.5) / 2,
            y - 0.78,
            text[note],
            color="C1",
            ha="center",
            va="top",
        )
    ax.set(xlim=(-0.1, 6.4), ylim=(-0.75, 3.75))
    ax.axis("off")
    return fig
