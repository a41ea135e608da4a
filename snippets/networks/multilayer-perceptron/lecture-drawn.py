# kind: figure
"""The network of the lecture with the numbers at every edge."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Circle

from chainrule.scratch.models.deep import mlp_forward
from chainrule.scratch.nn import sigmoid

W = {1: [[1, -2], [-1, 1]], 2: [[2, -1], [-2, -1]], 3: [[3, -1], [-1, 4]]}
b = {1: [1, 0], 2: [0, 0], 3: [-2, 2]}
X = np.array([[1.0, -1.0], [0.0, 0.0]])
WIDE, HIGH, RADIUS = 2.3, 2.6, 0.47
TEXT = {
    "zh": {
        "first": "上：输入 1 和 −1",
        "second": "下：输入 0 和 0",
        "b": "偏置",
    },
    "en": {
        "first": "upper: inputs 1 and −1",
        "second": "lower: inputs 0 and 0",
        "b": "bias",
    },
}


def text_of(number):
    return f"{number:.3g}".replace("-", "−")


def draw(lang):
    text = TEXT[lang]
    weights = {layer: np.array(rows, float) for layer, rows in W.items()}
    biases = {layer: np.array(row, float) for layer, row in b.items()}
    f = dict.fromkeys(W, sigmoid)
    _, y = mlp_forward(X, weights, biases, f)
    paper = plt.rcParams["axes.facecolor"]
    fig, ax = plt.subplots(figsize=(5.6, 4.0))
    for layer in range(4):
        for j in range(2):
            at = layer * WIDE, -j * HIGH
            color = "C2" if layer == 0 else "0.5"
            circle = Circle(at, RADIUS, fc=paper, ec=color, lw=1.8, zorder=4)
            ax.add_patch(circle)
            for k, lift in ((0, 0.16), (1, -0.18)):
                number = y[layer][k, j]
                label = f"{number:.2f}" if layer else text_of(number)
                ax.text(
                    at[0],
                    at[1] + lift,
                    label,
                    color=f"C{k}",
                    fontsize=11,
                    ha="center",
                    va="center",
                    zorder=5,
                )
            if layer == 0:
                continue
            label = text_of(b[layer][j])
            side = 1 if j == 0 else -1
            ax.text(
                at[0],
                at[1] + side * (RADIUS + 0.1),
                f"{text['b']} {label}",
                color="C3",
                ha="center",
                va="bottom" if j == 0 else "top",
                fontsize=10.5,
            )
            for i in range(2):
                start = np.array([(layer - 1) * WIDE, -i * HIGH])
                way = np.array(at) - start
                way /= np.hypot(*way)
                tail, tip = start + way * RADIUS, at - way * (RADIUS + 0.02)
                look = {"arrowstyle": "->", "color": "0.5", "lw": 1.1}
                ax.annotate("", tip, tail, arrowprops=look)
                place = start + (0.5 if i == j else 0.27) * (at - start)
                ax.text(
                    *place,
                    text_of(W[layer][j][i]),
                    ha="center",
                    va="center",
                    fontsize=11,
                    bbox={"fc": paper, "ec": "none", "pad": 1.5},
                    zorder=3.5,
                )
    ax.text(-0.45, 1.35, text["first"], color="C0", va="center")
    ax.text(3.2, 1.35, text["second"], color="C1", va="center")
    ax.set(xlim=(-0.6, 3 * WIDE + 0.65), ylim=(-HIGH - 1.0, 1.6))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
