# kind: figure
"""One layer as a box: what goes in and out, in both directions."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {
        "forward": "forward",
        "backward": "backward",
        "kept": "留着 $X$",
        "before": "前一层",
        "after": "后一层",
        "own": "参数 $W,\\ \\mathbf{b}$",
        "found": "梯度 d$W$, d$\\mathbf{b}$",
    },
    "en": {
        "forward": "forward",
        "backward": "backward",
        "kept": "keeps $X$",
        "before": "layer before",
        "after": "layer after",
        "own": "parameters $W,\\ \\mathbf{b}$",
        "found": "gradients d$W$, d$\\mathbf{b}$",
    },
}


def arrow(ax, start, end, y, color):
    look = {"arrowstyle": "-|>", "lw": 2, "color": color, "shrinkA": 0}
    ax.annotate("", (end, y), (start, y), arrowprops=look)


def words(ax, x, y, said, **look):
    ax.text(x, y, said, ha="center", va="center", **look)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 3.3))
    ax.add_patch(
        FancyBboxPatch((2.1, 0), 2.6, 3, "round,pad=0.06", fc="none", ec="0.5")
    )
    for y, color, names, word in (
        (2.5, "C0", ("$X$", "$Y$"), "forward"),
        (0.5, "C1", ("d$X$", "d$Y$"), "backward"),
    ):
        ends = (0.35, 2.0), (4.8, 6.45)
        for (start, end), name, size in zip(
            ends, names, ("$(N, d)$", "$(N, K)$"), strict=True
        ):
            pair = (start, end) if word == "forward" else (end, start)
            arrow(ax, *pair, y, color)
            middle = (start + end) / 2
            words(ax, middle, y + 0.28, name, color=color, fontsize=13)
            words(ax, middle, y - 0.28, size, fontsize=10)
        words(ax, 3.4, y, text[word], color=color, family="monospace")
    words(ax, 3.4, 1.95, text["own"])
    words(ax, 3.4, 1.5, text["kept"])
    words(ax, 3.4, 1.05, text["found"])
    words(ax, 1.1, 1.5, text["before"], color="0.5")
    words(ax, 5.7, 1.5, text["after"], color="0.5")
    ax.set(xlim=(0, 6.8), ylim=(-0.15, 3.15))
    ax.axis("off")
    return fig
