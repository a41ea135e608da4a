# kind: figure
"""Max pooling of a feature map of 4 x 4, and the way back."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {"map": "特征图", "max": "每窗取最大", "back": "梯度回到最大值处"},
    "en": {
        "map": "feature map",
        "max": "largest of each window",
        "back": "gradients go back to it",
    },
}
MAP = ((3, -1, -3, -1), (-3, 1, 0, -3), (-3, -3, 0, 1), (3, -2, -2, -1))
BEST = ((0, 0), (1, 2), (3, 0), (2, 3))


def cell(ax, x, y, text, color=None, size=1.0):
    ax.add_patch(Rectangle((x, y), size, size, fc="none", ec="0.5", lw=0.8))
    if color:
        ax.add_patch(Rectangle((x, y), size, size, fc=color, alpha=0.35, lw=0))
    middle = x + size / 2, y + size / 2
    ax.text(*middle, text, ha="center", va="center", fontsize=12)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.2, 4.6))
    for i in range(4):
        for j in range(4):
            n = 2 * (i // 2) + j // 2
            best = (i, j) == BEST[n]
            value = str(MAP[i][j]).replace("-", "−")
            cell(ax, j, -i - 1, value, f"C{n}" if best else None)
            back = f"$g_{{{n + 1}}}$" if best else "0"
            cell(ax, j, -i - 6.9, back, f"C{n}" if best else None)
    for n in range(4):
        x, y = 2 * (n % 2), -2 * (n // 2) - 2
        for low in (y, y - 5.9):
            box = Rectangle((x, low), 2, 2, fc="none", ec=f"C{n}", lw=2.4)
            ax.add_patch(box)
        i, j = BEST[n]
        at = 6.9 + n % 2, -1.5 - n // 2
        cell(ax, *at, str(MAP[i][j]), f"C{n}")
        cell(ax, at[0], at[1] - 5.9, f"$g_{{{n + 1}}}$", f"C{n}")
    look = {"arrowstyle": "->", "lw": 1.6, "color": "0.5"}
    ax.annotate("", (6.7, -1.5), (4.3, -2), arrowprops=look)
    ax.annotate("", (4.3, -7.9), (6.7, -7.4), arrowprops=look)
    ax.text(2, 0.45, text["map"], ha="center", fontsize=12)
    ax.text(7.9, 0.45, text["max"], ha="center", fontsize=12)
    ax.text(4.5, -5.35, text["back"], ha="center", va="center", fontsize=12)
    ax.set(xlim=(-0.3, 11), ylim=(-10.2, 1.2))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
