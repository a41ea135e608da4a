# kind: figure
"""The scores that truncated attention keeps, and how it holds them."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from chainrule.nn import band_mask

TEXT = {
    "zh": {
        "full": "$T \\times T$ 个分数里的一条带",
        "held": "只存 $T \\times w$ 个",
        "query": "查询 $i$",
        "key": "键 $j$",
        "step": "$j - i$",
    },
    "en": {
        "full": "a band of the $T \\times T$ scores",
        "held": "$T \\times w$ are held",
        "query": "query $i$",
        "key": "key $j$",
        "step": "$j - i$",
    },
}
LENGTH, BEFORE, AFTER = 12, 2, 1


def cells(ax, filled, color):
    for i, j in np.ndindex(filled.shape):
        inside = bool(filled[i, j])
        ax.add_patch(
            Rectangle(
                (j - 0.5, i - 0.5),
                1,
                1,
                fc=color if inside else "none",
                ec="0.6",
                lw=0.6,
                alpha=0.9 if inside else 0.5,
            )
        )
    ax.set(xlim=(-0.7, filled.shape[1] - 0.3), ylim=(LENGTH - 0.3, -0.7))
    ax.set_aspect("equal")
    ax.grid(False)


def draw(lang):
    text = TEXT[lang]
    fig, (left, right) = plt.subplots(
        1, 2, figsize=(5.2, 3.9), width_ratios=(LENGTH, BEFORE + AFTER + 3)
    )
    cells(left, ~band_mask(LENGTH, BEFORE, AFTER).numpy(), "C0")
    at = np.arange(LENGTH)[:, None] + np.arange(-BEFORE, AFTER + 1)
    cells(right, (at >= 0) & (at < LENGTH), "C0")
    left.set(xlabel=text["key"], ylabel=text["query"])
    left.set_title(text["full"], fontsize=12)
    left.set(xticks=[0, 5, 10], yticks=[0, 5, 10])
    right.set_title(text["held"], fontsize=12)
    right.set_xticks(range(BEFORE + AFTER + 1), range(-BEFORE, AFTER + 1))
    right.set(xlabel=text["step"], yticks=[])
    return fig
