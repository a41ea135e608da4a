# kind: figure
"""What the words mean: neuron, layer, hidden layers, depth, width."""

from itertools import pairwise

import matplotlib.pyplot as plt
from matplotlib.patches import Circle, Rectangle

TEXT = {
    "zh": {
        "x": "输入 x",
        "1": "隐藏层 1",
        "2": "隐藏层 2",
        "y": "输出 y",
        "neuron": "一个神经元：\n加权和与激活函数",
        "depth": "深度：两个隐藏层",
        "width": "宽度：每层四个神经元",
    },
    "en": {
        "x": "input x",
        "1": "hidden layer 1",
        "2": "hidden layer 2",
        "y": "output y",
        "neuron": "one neuron: weighted\nsum and activation",
        "depth": "depth: two hidden layers",
        "width": "width: four\nneurons each",
    },
}
COLUMNS = ((0, 3, "x"), (2, 4, "1"), (4, 4, "2"), (6, 1, "y"))


def heights(count):
    return [(count - 1) / 2 - i for i in range(count)]


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 4.4))
    for (x, n, _), (x_next, n_next, _) in pairwise(COLUMNS):
        for y in heights(n):
            for y_next in heights(n_next):
                ax.plot([x, x_next], [y, y_next], "-", color="0.7", lw=0.8)
    for x, n, name in COLUMNS:
        hidden = name in "12"
        for y in heights(n):
            color = "C0" if hidden else "C2"
            paper = plt.rcParams["axes.facecolor"]
            ax.add_patch(
                Circle((x, y), 0.27, fc=paper, ec=color, lw=2, zorder=3)
            )
        ax.text(x, 2.2, text[name], ha="center", fontsize=10.5)
        if hidden:
            ax.add_patch(
                Rectangle(
                    (x - 0.45, -2), 0.9, 4, fc="none", ec="C1", ls="--", lw=1.4
                )
            )
    ax.annotate(
        text["neuron"],
        (4.2, -1.72),
        (5.1, -2.75),
        ha="center",
        va="top",
        fontsize=10.5,
        arrowprops={"arrowstyle": "->", "color": "C0"},
    )
    ax.text(3, 2.7, text["depth"], ha="center", color="C1")
    ax.text(1.2, -2.75, text["width"], ha="center", va="top", color="C1")
    ax.set(xlim=(-0.8, 6.9), ylim=(-3.8, 3))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
