# kind: figure
"""What the fifth step computes: all again, or one row beside a cache."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

EXPLORER = "cache"
TEXT = {
    "zh": {"again": "全部重算", "cached": "使用缓存", "scores": "分数"},
    "en": {"again": "all again", "cached": "with a cache", "scores": "scores"},
}
TOKENS = "<begin>", "机", "器", "学", "习"
X = np.array([[1, 0], [0, 1], [1, 1], [2, 0], [1, 2]])
W_Q = np.array([[2, 0], [1, 1]])
W_K = np.array([[0, 1], [1, 0]])
W_V = np.array([[1, 0], [0, 2]])


def explore():
    return {"tokens": TOKENS, "x": X, "W_q": W_Q, "W_k": W_K, "W_v": W_V}


def table(ax, left, name, numbers, new, kept):
    """Filled: computed in this step. Outlined only: kept. Dotted: neither."""
    ax.text(left, 0.3, name, ha="left", va="bottom", fontsize=11)
    for (i, j), number in np.ndenumerate(numbers):
        corner, filled = (left + j, -i - 1), new(i, j)
        if filled:
            ax.add_patch(
                Rectangle(corner, 1, 1, fc="C1", ec="none", alpha=0.25)
            )
        ax.add_patch(
            Rectangle(
                corner,
                1,
                1,
                fc="none",
                ec="0.55",
                lw=0.8,
                ls="-" if filled or kept(i, j) else ":",
            )
        )
        if filled or kept(i, j):
            ax.text(
                corner[0] + 0.5,
                corner[1] + 0.5,
                f"{number:.1f}" if number % 1 else f"{number:.0f}",
                ha="center",
                va="center",
                fontsize=10,
                alpha=0.55 if name not in ("$K$", "$V$") and j > i else 1,
            )


def draw(lang):
    text = TEXT[lang]
    q, k, v = (X @ W.T for W in (W_Q, W_K, W_V))
    scores = q @ k.T / np.sqrt(2)
    last = len(X) - 1
    fig, axes = plt.subplots(2, 1, figsize=(5.2, 6.0))
    for ax, way in zip(axes, ("again", "cached"), strict=True):
        again = way == "again"
        ax.set_title(text[way], fontsize=12)

        def new(i, j, again=again):
            return again or i == last

        def kept(i, j):
            return True

        def never(i, j):
            return False

        table(ax, 0, "$K$", k, new, kept)
        table(ax, 2.6, "$V$", v, new, kept)
        table(ax, 5.2, text["scores"], scores, new, never)
        for i, token in enumerate(TOKENS):
            y = -i - 0.5
            ax.text(-0.2, y, token, ha="right", va="center", fontsize=11)
        ax.set(xlim=(-2.4, 10.4), ylim=(-5.1, 1.1))
        ax.set_aspect("equal")
        ax.axis("off")
    return fig
