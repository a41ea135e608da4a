# kind: figure
"""Four pixels become six: outer edges meet, or outer centres do."""

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.patches import Rectangle

from chainrule.data.transforms import resize

TEXT = {
    "zh": ("外缘对齐（本章）", "角上的中心对齐", "4 个像素", "6 个像素"),
    "en": (
        "outer edges meet (ours)",
        "outer centres meet",
        "4 pixels",
        "6 pixels",
    ),
}
OLD, NEW = 4, 6


def cells(ax, edges, y, values, color):
    for left, right, value in zip(edges, edges[1:], values, strict=False):
        box = Rectangle(
            (left, y), right - left, 0.62, fc="none", ec=color, lw=1.5
        )
        ax.add_patch(box)
        middle = (left + right) / 2
        ax.text(middle, y + 0.31, f"{value:.3g}", ha="center", va="center")


def draw(lang):
    edges, centres, old, new = TEXT[lang]
    row = torch.tensor([0.0, 10, 20, 30])
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 4.6))
    ours = resize(row.view(1, 1, OLD), (1, NEW)).flatten()
    other = np.interp(np.linspace(0, OLD - 1, NEW), range(OLD), row)
    step = (OLD - 1) / (NEW - 1)
    for ax, title, values, size, first in (
        (axes[0], edges, ours, OLD / NEW, 0),
        (axes[1], centres, other, step, 0.5 - step / 2),
    ):
        cells(ax, np.arange(OLD + 1), 1.6, row, "C0")
        places = first + size * np.arange(NEW + 1)
        cells(ax, places, 0, values, "C1")
        for j in range(NEW):
            x = places[j] + size / 2
            ax.plot([x, x], [0.62, 1.6], color="C1", ls=":", lw=1.4)
        for i in range(OLD):
            ax.plot(i + 0.5, 1.6, "o", color="C0", ms=6, clip_on=False)
        ax.text(4.5, 1.9, old, va="center")
        ax.text(4.5, 0.31, new, va="center")
        ax.set_title(title)
        ax.set(xlim=(-0.1, 5.9), ylim=(-0.1, 2.4))
        ax.axis("off")
    return fig
