# kind: figure
"""The three products of a linear layer, as tables of the right shapes."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

N, D, K = 5, 3, 2
COLORS = {"X": "C0", "W": "C2", "Y": "C1"}
ROWS = [  # name, rows, columns, colour; of two factors and their product
    (("$X$", N, D, "X"), ("$W^\\top$", D, K, "W"), ("$Y$", N, K, "Y")),
    (("d$Y^\\top$", K, N, "Y"), ("$X$", N, D, "X"), ("d$W$", K, D, "W")),
    (("d$Y$", N, K, "Y"), ("$W$", K, D, "W"), ("d$X$", N, D, "X")),
]
TEXT = {
    "zh": ("向前", "参数的梯度", "往前一层"),
    "en": ("forwards", "for the parameters", "for the layer before"),
}
LETTER = {N: "$N$", D: "$d$", K: "$K$"}


def table(ax, x, y, name, rows, columns, color):
    for i in range(rows):
        for j in range(columns):
            place = x + 0.3 * j, y + 0.15 * rows - 0.3 * (i + 1)
            ax.add_patch(
                Rectangle(place, 0.3, 0.3, fc="none", ec=COLORS[color], lw=1.4)
            )
    width = 0.3 * columns
    ax.text(
        x + width / 2,
        y - 0.15 * rows - 0.12,
        f"{name}  {LETTER[rows]}×{LETTER[columns]}",
        ha="center",
        va="top",
        fontsize=11,
    )
    return width


def draw(lang):
    fig, ax = plt.subplots(figsize=(5.6, 5.8))
    for k, (title, tables) in enumerate(zip(TEXT[lang], ROWS, strict=True)):
        y = -2.55 * k
        ax.text(0, y + 0.95, title, color="0.5")
        for (x, sign), one in zip(
            ((0.35, "·"), (2.5, "="), (4.2, "")), tables, strict=True
        ):
            width = table(ax, x, y, *one)
            ends = x + width, {"·": 2.5, "=": 4.2, "": 0}[sign]
            ax.text(sum(ends) / 2, y, sign, ha="center", va="center", size=16)
    ax.set(xlim=(-0.1, 5.6), ylim=(-6.4, 1.2), aspect="equal")
    ax.axis("off")
    return fig
