# kind: figure
"""The way to the first output, with the numbers of the example."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {"query": "I 的查询", "score": "分数", "weight": "权重"},
    "en": {"query": "query of I", "score": "score", "weight": "weight"},
}
WORDS = "I", "saw", "a", "saw"
X = np.array([[1, 0], [1, 1], [0, 1], [1, 1]])
Q = X[0] @ np.array([[2, 0], [1, 1]]).T
K = X @ np.array([[0, 1], [1, 0]]).T
NAMES = [("k", n - 0.23, "C0") for n in range(4)]
NAMES += [("v", n + 0.23, "C2") for n in range(4)]
V = X @ np.array([[1, 0], [0, 2]]).T


def vector(ax, x, y, numbers, color, name=None):
    """Two cells, one above the other, and the name beside them."""
    for n, number in enumerate(numbers):
        corner = x - 0.21, y + 0.36 * (0.5 - n) - 0.18
        ax.add_patch(Rectangle(corner, 0.42, 0.36, fc="none", ec=color, lw=1.5))
        ax.text(
            x, corner[1] + 0.18, f"{number}", ha="center", va="center", size=11
        )
    if name:
        ax.text(x - 0.3, y, name, ha="right", va="center", size=12)


def draw(lang):
    text = TEXT[lang]
    scores = K @ Q
    weights = np.exp(scores) / np.exp(scores).sum()
    output = (weights @ V).round(2)
    fig, ax = plt.subplots(figsize=(5.2, 5.2))
    look = {"arrowstyle": "->", "color": "0.55", "lw": 1.1}
    for n, word in enumerate(WORDS):
        ax.text(n, -0.05, word, ha="center", va="center", size=13)
        vector(ax, n - 0.23, 0.75, K[n], "C0")
        vector(ax, n + 0.23, 0.75, V[n], "C2")
        ax.annotate("", (n - 0.23, 1.62), (n - 0.23, 1.15), arrowprops=look)
        ax.text(n - 0.23, 1.8, str(scores[n]), ha="center", size=13)
        ax.annotate("", (n - 0.23, 2.58), (n - 0.23, 2.08), arrowprops=look)
        ax.text(n - 0.23, 2.72, f"{weights[n]:.2f}", ha="center", size=13)
        ax.plot(
            [n - 0.1, 1.5],
            [3.0, 3.95],
            color="C1",
            lw=0.6 + 7 * weights[n],
            ls="-",
            solid_capstyle="round",
        )
        ax.plot(
            [n + 0.23, n + 0.23, n - 0.02],
            [1.15, 2.9, 3.0],
            color="C2",
            lw=1,
            ls=":",
        )
    vector(ax, -1.35, 0.75, Q, "C3")
    ax.text(-1.35, 1.25, text["query"], ha="center", size=11)
    ax.annotate("", (-0.45, 1.72), (-1.1, 0.9), arrowprops=look)
    ax.text(-0.4, 2.33, "softmax", ha="right", va="center", size=11)
    ax.text(-0.75, 1.8, text["score"], ha="right", size=11)
    ax.text(-0.75, 2.72, text["weight"], ha="right", size=11)
    for name, x, color in (("q", -1.35, "C3"), *NAMES):
        label = rf"$\mathbf{{{name}}}$"
        ax.text(x, 0.24, label, ha="center", size=12, color=color)
    vector(ax, 1.5, 4.4, output, "C1", r"$\mathbf{b}_1$")
    ax.set(xlim=(-2.05, 3.6), ylim=(-0.25, 4.85))
    ax.axis("off")
    return fig
