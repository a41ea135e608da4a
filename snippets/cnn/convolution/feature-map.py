# kind: figure
"""A picture of 6 x 6, a filter of 3 x 3 and the map of 4 x 4 it makes."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

EXPLORER = "convolution"

TEXT = {
    "zh": {"x": "图像", "k": "滤波器", "y": "特征图"},
    "en": {"x": "picture", "k": "filter", "y": "feature map"},
}
X = np.array(
    [
        [1, 0, 0, 0, 0, 1],
        [0, 1, 0, 0, 1, 0],
        [0, 0, 1, 1, 0, 0],
        [1, 0, 0, 0, 1, 0],
        [0, 1, 0, 0, 1, 0],
        [0, 0, 1, 0, 1, 0],
    ]
)
FILTER = np.array([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]])
# What else there is to try: weights that are sums of powers of two, and small
# pictures, so that every sum is exact in whatever order it is made.
FILTERS = {
    "falling": FILTER,
    "upright": np.array([[-1, 1, -1], [-1, 1, -1], [-1, 1, -1]]),
    "edge": np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
    "blur": np.array([[0, 1, 0], [1, 4, 1], [0, 1, 0]]) / 8,
}
PICTURES = {
    "page": X,
    "step": np.repeat([[0, 0, 0, 1, 1, 1]], 6, axis=0),
    "dot": np.eye(6, dtype=int)[2][:, None] * np.eye(6, dtype=int)[3],
}
CORNERS = {(0, 0): "C0", (3, 0): "C1"}


def explore():
    return {"pictures": PICTURES, "filters": FILTERS}


def table(ax, left, top, numbers, filled):
    for (i, j), n in np.ndenumerate(numbers):
        full = filled(n)
        ax.add_patch(
            Rectangle(
                (left + j, top - i - 1),
                1,
                1,
                fc="C2" if full else "none",
                ec="0.55",
                lw=0.8,
                alpha=0.3 if full else 1,
            )
        )
        ax.text(
            left + j + 0.5,
            top - i - 0.5,
            f"{n}".replace("-", "−"),
            ha="center",
            va="center",
            fontsize=11,
        )


def draw(lang):
    text = TEXT[lang]
    windows = np.lib.stride_tricks.sliding_window_view(X, (3, 3))
    found = (windows * FILTER).sum(axis=(2, 3))
    fig, ax = plt.subplots(figsize=(5.2, 4.6))
    table(ax, 0, 0, X, lambda n: n == 1)
    table(ax, 8.3, 0, FILTER, lambda n: n == 1)
    table(ax, 8.3, -5, found, lambda n: n == 3)
    for (i, j), color in CORNERS.items():
        ax.add_patch(Rectangle((j, -i - 3), 3, 3, fc="none", ec=color, lw=2.6))
        ax.add_patch(
            Rectangle((8.3 + j, -6 - i), 1, 1, fc="none", ec=color, lw=2.6)
        )
        look = {"arrowstyle": "->", "color": color, "lw": 1.4}
        ax.annotate("", (8.25, -5.5 - i), (3.05, -i - 2.2), arrowprops=look)
    for x, y, name in ((3, 0.5, "x"), (9.8, 0.5, "k"), (10.3, -4.5, "y")):
        ax.text(x, y, text[name], ha="center", va="center")
    ax.set(xlim=(-0.3, 12.6), ylim=(-9.3, 1))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
