# kind: figure
"""Three features, three units: the model as a network, and theta."""

import matplotlib.pyplot as plt
from matplotlib.patches import Circle, FancyBboxPatch

TEXT = {
    "zh": {
        "x": "特征",
        "hidden": "三个单元",
        "y": "预测",
        "theta": "全部参数排成一列：",
    },
    "en": {
        "x": "features",
        "hidden": "three units",
        "y": "prediction",
        "theta": "all parameters in one column:",
    },
}
ROWS = (2, 1, 0)


def node(ax, at, label, color):
    ax.add_patch(Circle(at, 0.3, fc="none", ec=color, lw=1.8))
    ax.text(*at, label, ha="center", va="center", fontsize=12)


def arrow(ax, start, end, color, style="-"):
    look = {"arrowstyle": "->", "color": color, "ls": style, "lw": 1.2}
    ax.annotate("", end, start, arrowprops=look)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 4.6))
    for i, row in enumerate(ROWS, 1):
        node(ax, (0, row), f"$x_{i}$", "C2")
        node(ax, (2.2, row), f"$r_{i}$", "C0")
        node(ax, (3.6, row), f"$a_{i}$", "C1")
        for source in ROWS:
            arrow(ax, (0.32, source), (1.88, row), "0.6")
        arrow(ax, (2.52, row), (3.28, row), "C1")
        ax.text(2.9, row + 0.12, r"$\sigma$", color="C1", ha="center")
        arrow(ax, (3.92, row), (5.05, 1), "C0")
    node(ax, (5.4, 1), "$y$", "C2")
    ax.text(1.1, 2.32, r"$w_{ij}$", ha="center", color="C0", fontsize=12)
    ax.text(4.62, 1.75, "$c_i$", ha="center", color="C0", fontsize=12)
    for row, sub in zip(ROWS, "123", strict=True):
        ax.text(2.2, row - 0.52, f"$+b_{sub}$", ha="center", color="C0")
    ax.text(5.4, 0.48, "$+b$", ha="center", color="C0")
    for x, name in ((0, "x"), (2.9, "hidden"), (5.4, "y")):
        ax.text(x, 2.75, text[name], ha="center")
    ax.text(-0.3, -1.05, text["theta"])
    left = -0.25
    for label, width in (
        (r"$w_{11}\ w_{12}\ \dots\ w_{33}$", 2.7),
        (r"$b_1\ b_2\ b_3$", 1.4),
        (r"$c_1\ c_2\ c_3$", 1.4),
        ("$b$", 0.5),
    ):
        box = FancyBboxPatch(
            (left, -1.75), width, 0.42, boxstyle="round,pad=0.02", fc="none"
        )
        ax.add_patch(box)
        ax.text(left + width / 2, -1.54, label, ha="center", va="center")
        left += width + 0.1
    ax.set(xlim=(-0.5, 6.2), ylim=(-1.9, 3))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
