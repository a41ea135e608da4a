# kind: figure
"""A vector, a matrix and a block, with the numbers of their axes."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": ("向量", "矩阵", "三维张量"),
    "en": ("vector", "matrix", "block"),
}
STYLE = {"arrowstyle": "-|>", "color": "C1", "shrinkA": 0, "shrinkB": 0}


def grid(ax, x, y, rows, columns, face="none"):
    """Cells whose upper left corner is (x, y)."""
    for i in range(rows):
        for k in range(columns):
            corner = (x + k, y - i - 1)
            ax.add_patch(Rectangle(corner, 1, 1, fc=face, ec="C0", lw=1.2))


def arrow(ax, start, end, word, at, **align):
    ax.annotate("", end, start, arrowprops=STYLE)
    ax.text(*at, word, color="C1", fontsize=11, **align)


def draw(lang):
    fig, ax = plt.subplots(figsize=(6.4, 3.6))
    paper = plt.rcParams["figure.facecolor"]
    grid(ax, 0, 0.5, 1, 5)
    arrow(ax, (0, 0.95), (5, 0.95), "dim 0", (2.5, 1.1), ha="center")
    grid(ax, 7.6, 1.5, 3, 5)
    arrow(
        ax,
        (7.15, 1.5),
        (7.15, -1.5),
        "dim 0",
        (7.0, 0),
        ha="right",
        va="center",
    )
    arrow(ax, (7.6, 1.95), (12.6, 1.95), "dim 1", (10.1, 2.1), ha="center")
    for depth in (3, 2, 1, 0):
        grid(ax, 15.4 + 0.6 * depth, 1.5 + 0.6 * depth - 0.9, 3, 5, paper)
    low = (15.4, 0.6)
    arrow(ax, (15.1, 0.85), (16.9, 2.65), "dim 0", (15.8, 2.1), ha="right")
    arrow(
        ax,
        (14.95, low[1]),
        (14.95, low[1] - 3),
        "dim 1",
        (14.8, low[1] - 1.5),
        ha="right",
        va="center",
    )
    arrow(
        ax,
        (15.4, -2.8),
        (20.4, -2.8),
        "dim 2",
        (17.9, -3.05),
        ha="center",
        va="top",
    )
    shapes = ("(5,)", "(3, 5)", "(4, 3, 5)")
    for x, name, shape in zip(
        (2.5, 10.1, 18.4), TEXT[lang], shapes, strict=True
    ):
        ax.text(x, 4.5, name, ha="center", va="center", fontsize=12)
        ax.text(
            x, 3.5, shape, ha="center", va="center", fontsize=11, color="C0"
        )
    ax.set(xlim=(-0.3, 22.5), ylim=(-4.2, 5.1), aspect="equal")
    ax.axis("off")
    return fig
