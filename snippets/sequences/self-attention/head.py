# kind: figure
"""One head on four words: six tables of numbers, one row of each followed."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

EXPLORER = "head"
WORDS = "I", "saw", "a", "saw"
X = np.array([[1, 0], [1, 1], [0, 1], [1, 1]])
W_Q = np.array([[2, 0], [1, 1]])
W_K = np.array([[0, 1], [1, 0]])
W_V = np.array([[1, 0], [0, 2]])
ROW = 0


def explore():
    return {"words": WORDS, "x": X, "W_q": W_Q, "W_k": W_K, "W_v": W_V}


def table(ax, left, top, name, numbers, color, whole=False):
    """The numbers under their name and shape; filled: what the row needs."""
    rows, columns = numbers.shape
    title = rf"${name}$  {rows}×{columns}"
    ax.text(left, top + 0.3, title, ha="left", va="bottom", fontsize=12)
    for (i, j), number in np.ndenumerate(numbers):
        corner = left + j, top - i - 1
        if whole or i == ROW:
            ax.add_patch(
                Rectangle(corner, 1, 1, fc=color, ec="none", alpha=0.22)
            )
        ax.add_patch(Rectangle(corner, 1, 1, fc="none", ec="0.55", lw=0.8))
        ax.text(
            corner[0] + 0.5,
            corner[1] + 0.5,
            f"{number:.2f}" if number % 1 else f"{number:.0f}",
            ha="center",
            va="center",
            fontsize=11,
        )


def words(ax, left, top):
    for i, word in enumerate(WORDS):
        y = top - i - 0.5
        ax.text(left - 0.2, y, word, ha="right", va="center", fontsize=11)


def draw(lang):
    q, k, v = (X @ W.T for W in (W_Q, W_K, W_V))
    scores = q @ k.T
    weights = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    fig, ax = plt.subplots(figsize=(5.2, 4.5))
    table(ax, 0, 0, "Q", q, "C3")
    table(ax, 5.1, 0, "K", k, "C0", whole=True)
    table(ax, 10.2, 0, "V", v, "C2", whole=True)
    table(ax, 0, -6, "A", scores, "C4")
    table(ax, 5.1, -6, "A'", weights, "C1")
    table(ax, 10.2, -6, "O", weights @ v, "C1")
    for left, top in ((0, 0), (5.1, 0), (10.2, 0), (0, -6)):
        words(ax, left, top)
    ax.set(xlim=(-1.4, 12.4), ylim=(-10.2, 1.3))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
