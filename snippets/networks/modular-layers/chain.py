# kind: figure
"""The small network as a chain of boxes, with all its numbers both ways."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import FancyBboxPatch

from chainrule.scratch.nn import HalfSquaredErrorLoss, Linear, ReLU

TEXT = {
    "zh": ("向前", "向后", "损失", "$t = 1$"),
    "en": ("forwards", "back", "loss", "$t = 1$"),
}
COLUMN, HEIGHT = (1.15, 4.45), 1.9


def passes():
    """Layers, what goes down between them, and what comes back up."""
    hidden = Linear.of(np.array([[1.0, 1.0], [1.0, -1.0]]), np.zeros(2))
    output = Linear.of(np.array([[2.0, 5.0]]), np.array([-4.0]))
    layers, half = (hidden, ReLU(), output), HalfSquaredErrorLoss()
    down = [np.array([[1.0, 2.0]])]
    for layer in layers:
        down.append(layer.forward(down[-1]))
    loss = half.forward(down[-1], np.array([[1.0]]))
    up = [half.backward()]
    for layer in reversed(layers):
        up.insert(0, layer.backward(up[0]))
    return layers, down, up, loss


def numbers(array):
    said = ", ".join(f"{x:g}" for x in array.ravel())
    return f"$({said})$" if array.size > 1 else f"${said}$"


def table(array):
    return "  ".join(numbers(row) for row in np.atleast_2d(array))


def box(ax, y, title, lines):
    ax.add_patch(
        FancyBboxPatch(
            (0.1, y - 0.5), 5.4, 1, "round,pad=0.05", fc="none", ec="0.5"
        )
    )
    ax.text(0.2, y, title, va="center")
    for k, (said, color) in enumerate(lines):
        place = y + (0.24 - 0.48 * k if len(lines) > 1 else 0)
        ax.text(1.75, place, said, va="center", color=color, fontsize=11)


def draw(lang):
    forwards, back, loss, target = TEXT[lang]
    layers, down, up, value = passes()
    fig, ax = plt.subplots(figsize=(5.6, 6.6))
    look = {"arrowstyle": "-|>", "lw": 1.8}
    names = "Linear 1", "ReLU", "Linear 2"
    for k, (layer, name) in enumerate(zip(layers, names, strict=True)):
        y, lines = -k * HEIGHT, []
        if layer.params:
            W, b = (table(p) for p in layer.params)
            dW, db = (table(g) for g in layer.grads)
            lines.append((f"$W$: {W}    $\\mathbf{{b}}$: {b}", "C0"))
            lines.append((f"d$W$: {dW}    d$\\mathbf{{b}}$: {db}", "C1"))
        else:
            lines.append(("max(0, $x$)", "C0"))
        box(ax, y, name, lines)
    box(ax, -3 * HEIGHT, loss, [(f"{target},   $E = {value:g}$", "C0")])
    for k, (y, dy) in enumerate(zip(down, up, strict=True)):
        high, low = 1.35 - k * HEIGHT, 0.57 - k * HEIGHT
        for x, array, ends, color in (
            (COLUMN[0], y, (high, low), "C0"),
            (COLUMN[1], dy, (low, high), "C1"),
        ):
            arrows = look | {"color": color, "shrinkA": 0, "shrinkB": 0}
            start, end = ends
            ax.annotate("", (x, end), (x, start), arrowprops=arrows)
            side = 0.15 if color == "C0" else -0.15
            ax.text(
                x + side,
                (high + low) / 2,
                numbers(array),
                ha="left" if side > 0 else "right",
                va="center",
                color=color,
                fontsize=13,
            )
    ax.text(COLUMN[0], 1.5, forwards, ha="center", color="C0")
    ax.text(COLUMN[1], 1.5, back, ha="center", color="C1")
    ax.set(xlim=(0, 5.6), ylim=(-3 * HEIGHT - 0.6, 1.75))
    ax.axis("off")
    return fig
