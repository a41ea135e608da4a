# kind: figure
"""Broadcasting: shapes aligned from the right, a column and a row stretched."""

import matplotlib.pyplot as plt
import torch
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {
        "shapes": "形状从右边对齐",
        "stretched": "虚线格：伸展出来，不占内存",
    },
    "en": {
        "shapes": "shapes, aligned from the right",
        "stretched": "dashed: stretched, not stored",
    },
}


def cells(ax, x, y, tensor, real, color):
    """A matrix; cells outside of the real rows and columns are dashed."""
    for i, row in enumerate(tensor.tolist()):
        for k, number in enumerate(row):
            there = i < real[0] and k < real[1]
            style = "-" if there else ":"
            corner = (x + k, y - i - 1)
            box = Rectangle(corner, 1, 1, fc="none", ec=color, lw=1.2, ls=style)
            ax.add_patch(box)
            ax.text(
                corner[0] + 0.5,
                corner[1] + 0.5,
                f"{number}",
                ha="center",
                va="center",
                fontsize=11,
                alpha=1 if there else 0.55,
            )


def draw(lang):
    text = TEXT[lang]
    column = torch.tensor([[0], [10], [20]])
    row = torch.tensor([1, 2, 3, 4])
    fig, ax = plt.subplots(figsize=(6.4, 3.9))
    parts = (
        (0, column.expand(3, 4), (3, 1), "C0"),
        (5.6, row.expand(3, 4), (1, 4), "C1"),
        (11.2, column + row, (3, 4), "C2"),
    )
    for x, tensor, real, color in parts:
        cells(ax, x, 0, tensor, real, color)
    for x, sign in ((4.8, "+"), (10.4, "=")):
        ax.text(x, -1.5, sign, ha="center", va="center", fontsize=15)
    ax.text(
        7.6, -3.75, text["stretched"], ha="center", va="center", fontsize=11
    )
    ax.text(7.6, 5.3, text["shapes"], ha="center", va="center", fontsize=11)
    lines = (
        (4.3, ("3", "1"), "C0"),
        (3.3, ("", "4"), "C1"),
        (1.9, ("3", "4"), "C2"),
    )
    for y, sizes, color in lines:
        for x, size in zip((6.8, 8.4), sizes, strict=True):
            ax.text(
                x, y, size, ha="center", va="center", fontsize=13, color=color
            )
    ax.plot((6.1, 9.1), (2.6, 2.6), color="0.55", lw=1)
    ax.set(xlim=(-0.3, 15.5), ylim=(-4.3, 5.8), aspect="equal")
    ax.axis("off")
    return fig
