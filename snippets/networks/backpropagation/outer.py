# kind: figure
"""A gradient matrix: every delta times every input of its layer."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from chainrule.scratch.models.deep import MLP
from chainrule.scratch.nn import sigmoid

TEXT = {
    "zh": {
        "forward": "来自前向：第 2 层的输入 $y^{(1)}$",
        "backward": "来自反向：\n$\\delta^{(2)}$",
        "product": "$\\partial E/\\partial W^{(2)}$：每格是两数之积",
    },
    "en": {
        "forward": "from the forward pass: $y^{(1)}$, input of layer 2",
        "backward": "from the\nbackward\npass: $\\delta^{(2)}$",
        "product": "$\\partial E/\\partial W^{(2)}$: each cell is a product",
    },
}


def cell(ax, x, y, value, color):
    ax.add_patch(Rectangle((x, y), 1.6, 0.7, fc="none", ec=color, lw=1.6))
    ax.text(
        x + 0.8,
        y + 0.35,
        f"${value:.4f}$",
        color=color,
        ha="center",
        va="center",
        fontsize=12,
    )


def draw(lang):
    text = TEXT[lang]
    pairs = [
        (np.array([[1.0, -2], [-1, 1]]), np.array([1.0, 0])),
        (np.array([[2.0, -1], [-2, -1]]), np.array([0.0, 0])),
        (np.array([[3.0, -1], [-1, 4]]), np.array([-2.0, 2])),
    ]
    model = MLP.of(pairs, sigmoid, sigmoid)
    model.backward(model.forward([[1, -1]]) - [[1, 0]])
    fig, ax = plt.subplots(figsize=(5.6, 2.9))
    for i in (0, 1):
        cell(ax, 2.3 + 1.75 * i, 2.1, model.y[1][0, i], "C0")
        cell(ax, 0.45, 1.1 - 0.85 * i, model.delta[2][0, i], "C1")
        for j in (0, 1):
            at = 2.3 + 1.75 * i, 1.1 - 0.85 * j
            cell(ax, *at, model.dW[2][j, i], "C2")
    ax.text(3.97, 2.95, text["forward"], color="C0", ha="center")
    ax.text(1.25, 2.0, text["backward"], color="C1", ha="center")
    ax.text(3.97, -0.05, text["product"], color="C2", ha="center", va="top")
    ax.set(xlim=(0.3, 6.1), ylim=(-0.45, 3.3))
    ax.axis("off")
    return fig
