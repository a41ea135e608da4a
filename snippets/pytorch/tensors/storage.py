# kind: figure
"""One storage and two views that read it with other strides."""

import matplotlib.pyplot as plt
import torch
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {"storage": "存储", "strides": "步幅 {}"},
    "en": {"storage": "storage", "strides": "strides {}"},
}
STYLE = {"arrowstyle": "-|>", "shrinkA": 0, "shrinkB": 0}


def cells(ax, x, y, tensor, color, lift=0.5):
    for i, row in enumerate(tensor.tolist()):
        for k, number in enumerate(row):
            corner = (x + k, y - i - 1)
            ax.add_patch(Rectangle(corner, 1, 1, fc="none", ec=color, lw=1.2))
            at = (corner[0] + 0.5, corner[1] + lift)
            ax.text(*at, f"{number:g}", ha="center", va="center", fontsize=12)


def hop(ax, start, end, word, color, *, high):
    """A bent arrow along the storage: one step of an axis."""
    y, bend = (0.08, -0.55) if high else (-1.08, 0.55)
    style = STYLE | {"color": color, "connectionstyle": f"arc3,rad={bend}"}
    ax.annotate("", (end + 0.5, y), (start + 0.5, y), arrowprops=style)
    middle, top = (start + end) / 2 + 0.5, 0.3 * (end - start) + 0.25
    at = y + top if high else y - top
    ax.text(
        middle, at, word, color=color, ha="center", va="center", fontsize=11
    )


def draw(lang):
    text = TEXT[lang]
    x = torch.arange(1.0, 7.0).reshape(2, 3)
    fig, ax = plt.subplots(figsize=(5.6, 4.8))
    cells(ax, 0, 0, x.reshape(1, 6), "0.55", lift=0.6)
    ax.text(-0.25, -0.5, text["storage"], ha="right", va="center", fontsize=11)
    for k in range(6):
        ax.text(k + 0.5, -0.8, f"{k}", ha="center", va="center", fontsize=8)
    hop(ax, 0, 1, "dim 1: +1", "C0", high=True)
    hop(ax, 1, 4, "dim 0: +3", "C1", high=True)
    hop(ax, 1, 4, "dim 1: +3", "C0", high=False)
    hop(ax, 0, 1, "dim 0: +1", "C1", high=False)
    for y, name, view in ((4.6, "x", x), (-2.9, "x.T", x.T)):
        cells(ax, 1.6, y, view, "C2")
        rows, columns = view.shape
        ax.text(0.9, y - rows / 2, name, ha="right", va="center", fontsize=12)
        words = f"({rows}, {columns})\n" + text["strides"].format(view.stride())
        at = (2.0 + columns, y - rows / 2)
        ax.text(*at, words, ha="left", va="center", fontsize=11, color="C2")
    ax.set(xlim=(-1.9, 8.0), ylim=(-6.2, 4.9), aspect="equal")
    ax.axis("off")
    return fig
