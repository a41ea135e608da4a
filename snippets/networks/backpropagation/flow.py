# kind: figure
"""Forwards and backwards through the lecture's network, with all numbers."""

from itertools import product

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Circle, Polygon

from chainrule.scratch.models.deep import MLP, BackwardNetwork
from chainrule.scratch.nn import sigmoid

EXPLORER = "backprop"
TEXT = {
    "zh": {
        "forward": "前向：圆圈给出 $y=\\sigma(u)$",
        "backward": "反向：同样的权重，三角把输入乘以 $\\sigma'(u)$",
        "x": "输入",
        "y": "输出",
        "error": "误差",
    },
    "en": {
        "forward": "Forward: a circle says $y = \\sigma(u)$",
        "backward": "Backward: the same weights; a triangle multiplies by"
        " $\\sigma'(u)$",
        "x": "input",
        "y": "output",
        "error": "error",
    },
}
COLUMNS, ROWS = (0, 1.8, 3.6, 5.4), (1.0, -1.0)
PAIRS = [
    (np.array([[1.0, -2], [-1, 1]]), np.array([1.0, 0])),
    (np.array([[2.0, -1], [-2, -1]]), np.array([0.0, 0])),
    (np.array([[3.0, -1], [-1, 4]]), np.array([-2.0, 2])),
]


def explore():
    weights, biases = zip(*PAIRS, strict=True)
    return {"x": [1, -1], "t": [1, 0], "W": weights, "b": biases}


def number(value):
    digits = 0 if value in (1, -1) else 3 if abs(value) >= 0.1 else 4
    return f"{value:.{digits}f}".replace("-", "−")


def edges(ax, model, color, style, back):
    paper = plt.rcParams["axes.facecolor"]
    for n, (i, j) in product((1, 2, 3), product((0, 1), (0, 1))):
        start = np.array([COLUMNS[n - 1], ROWS[i]])
        end = np.array([COLUMNS[n], ROWS[j]])
        unit = (end - start) / np.linalg.norm(end - start)
        ends = end - 0.42 * unit, start + 0.42 * unit
        look = {"arrowstyle": "->", "lw": 1.2, "color": color, "ls": style}
        look |= {"shrinkA": 0, "shrinkB": 0}
        ax.annotate("", *(ends[::-1] if back else ends), arrowprops=look)
        # Numbers of the crossing edges stand apart, each near its own start.
        at = start + (0.5 if i == j else 0.34) * (end - start)
        ax.text(
            *at,
            f"{model.W[n][j, i]:g}".replace("-", "−"),
            ha="center",
            va="center",
            fontsize=12,
            bbox={"fc": paper, "ec": "none", "pad": 0.8},
        )


def forward(ax, model, text):
    edges(ax, model, "C0", "-", False)
    for n, row in product(range(4), (0, 1)):
        at, value = (COLUMNS[n], ROWS[row]), model.y[n][0, row]
        ax.add_patch(Circle(at, 0.38, fc="none", ec="C0", lw=1.6))
        ax.text(*at, number(value), color="C0", ha="center", va="center")
        if n:
            side = 1 if row == 0 else -1
            bias = f"$b={model.b[n][row]:g}$"
            at = COLUMNS[n], ROWS[row] + side * 0.45
            va = "bottom" if side > 0 else "top"
            ax.text(*at, bias, ha="center", va=va, fontsize=11)
    ax.text(COLUMNS[0], 0, text["x"], ha="center", va="center")
    ax.text(COLUMNS[3], 0, text["y"], ha="center", va="center")


def backward(ax, model, network, dy, text):
    edges(ax, model, "C1", (0, (4, 2)), True)
    shape = np.array([[-0.55, 0], [0.4, 0.5], [0.4, -0.5]])
    for n, row in product((1, 2, 3), (0, 1)):
        x, y = COLUMNS[n], ROWS[row]
        ax.add_patch(
            Polygon(shape + np.array([x, y]), fc="none", ec="C1", lw=1.6)
        )
        side = 1 if row == 0 else -1
        delta, gain = network.delta[n][0, row], network.gain[n][0, row]
        va = "bottom" if side > 0 else "top"
        ax.text(
            x,
            y + side * 0.53,
            f"$\\delta$ = {number(delta)}",
            color="C1",
            ha="center",
            va=va,
        )
        ax.text(
            x + 0.1,
            y,
            number(gain),
            color="C1",
            ha="center",
            va="center",
            fontsize=11,
        )
        if n == 3:
            look = {"arrowstyle": "->", "lw": 1.2, "color": "C1"}
            look |= {"shrinkA": 0, "shrinkB": 0}
            ax.annotate("", (x + 0.42, y), (x + 0.9, y), arrowprops=look)
            ax.text(
                x + 0.78,
                y - side * 0.16,
                number(dy[0, row]),
                color="C1",
                ha="center",
                va="top" if side > 0 else "bottom",
            )
    for row in (0, 1):
        at = COLUMNS[0], ROWS[row]
        value = network.forward(dy)[0, row]
        ax.text(*at, number(value), color="C1", ha="center", va="center")
    ax.text(COLUMNS[3] + 0.6, 0, text["error"], ha="center", va="center")
    ax.text(COLUMNS[0], 0, r"$\partial E/\partial x$", ha="center", va="center")


def draw(lang):
    text = TEXT[lang]
    model = MLP.of(PAIRS, sigmoid, sigmoid)
    dy = model.forward([[1, -1]]) - [[1, 0]]
    network = BackwardNetwork(model)
    network.forward(dy)
    fig, (top, below) = plt.subplots(2, 1, figsize=(5.6, 6.9))
    forward(top, model, text)
    backward(below, model, network, dy, text)
    for ax, name in ((top, "forward"), (below, "backward")):
        ax.set_title(text[name])
        ax.set(xlim=(-0.5, 6.5), ylim=(-1.95, 1.95))
        ax.set_aspect("equal")
        ax.axis("off")
    return fig
