# kind: figure
"""The decomposition of the notes: five boxes, and which signals are deltas."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": ("全连接 1", "Sigmoid", "全连接 2", "Sigmoid", "平方损失"),
    "en": ("linear 1", "sigmoid", "linear 2", "sigmoid", "half squared error"),
}
LAYER = {"zh": ("隐藏层", "输出层"), "en": ("hidden\nlayer", "output\nlayer")}
DOWN = ["$X$", "$U^{(1)}$", "$Y^{(1)}$", "$U^{(2)}$", "$Y^{(2)}$"]
SHAPES = ["$(N, n_0)$", *2 * ["$(N, n_1)$"], *2 * ["$(N, n_2)$"]]
UP = [
    "d$X$",
    "$\\Delta^{(1)}$",
    "$\\Delta^{(2)} W^{(2)}$",
    "$\\Delta^{(2)}$",
    "$(Y^{(2)} - T)/N$",
]
OWN = [
    "$W^{(1)}, \\mathbf{b}^{(1)}$",
    "",
    "$W^{(2)}, \\mathbf{b}^{(2)}$",
    "",
    "",
]


def draw(lang):
    fig, ax = plt.subplots(figsize=(5.6, 6.4))
    look = {"arrowstyle": "-|>", "lw": 1.8, "shrinkA": 0, "shrinkB": 0}
    for k, name in enumerate(TEXT[lang]):
        y = -1.4 * k
        ax.add_patch(
            FancyBboxPatch(
                (0.9, y - 0.28),
                3.7,
                0.56,
                "round,pad=0.05",
                fc="none",
                ec=("C2", "C3", "C2", "C3", "C4")[k],
                lw=1.8,
            )
        )
        said = f"{name}   {OWN[k]}" if OWN[k] else name
        ax.text(2.75, y, said, ha="center", va="center")
        high, low = y + 1.02, y + 0.38
        for x, ends, label, color in (
            (1.5, (high, low), f"{DOWN[k]}  {SHAPES[k]}", "C0"),
            (4.0, (low, high), UP[k], "C1"),
        ):
            arrows = look | {"color": color}
            ax.annotate("", (x, ends[1]), (x, ends[0]), arrowprops=arrows)
            middle = (high + low) / 2
            if color == "C0":
                ax.text(x + 0.12, middle, label, va="center", color=color)
            else:
                ax.text(x + 0.12, middle, label, va="center", color=color)
    for k, name in enumerate(LAYER[lang]):
        top, bottom = 0.3 - 2.8 * k, -1.7 - 2.8 * k
        ax.plot(
            [0.72, 0.6, 0.6, 0.72], [top, top, bottom, bottom], "-", color="0.5"
        )
        ax.text(
            0.5,
            (top + bottom) / 2,
            name,
            rotation=90,
            ha="right",
            va="center",
            color="0.5",
        )
    ax.set(xlim=(0, 5.6), ylim=(-6, 1.1))
    ax.axis("off")
    return fig
