# kind: figure
"""The loss of every line through three points, and the way down."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models.regression import gradients
from chainrule.scratch.optim import gradient_descent

TEXT = {
    "zh": {"start": "起点", "end": "最小值", "lr": "$\\eta={}$"},
    "en": {"start": "start", "end": "minimum", "lr": "$\\eta={}$"},
}
X, t = np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 2.0, 6.0])
START = np.array([-2.5, 2.7])


def grad(theta):
    grad_w, grad_b = gradients(X, t, theta[1:], theta[0])
    return np.concatenate([[grad_b], grad_w])


def draw(lang):
    text = TEXT[lang]
    b, w = np.meshgrid(np.linspace(-3.2, 4.2, 90), np.linspace(-1.2, 5.2, 80))
    y = b[..., None] + w[..., None] * X[:, 0]
    loss = np.mean((y - t) ** 2, axis=-1)
    fig, ax = plt.subplots(figsize=(5.6, 4.4))
    levels = [0.6, 1, 2, 4, 8, 16, 32]
    lines = ax.contour(b, w, loss, levels, colors="0.55", linewidths=0.8)
    ax.clabel(lines, fmt="%g", fontsize=8)
    for lr, mark, style in (
        (0.05, ".", "-"),
        (0.25, "s", "--"),
        (0.4, "^", "-."),
    ):
        path = gradient_descent(grad, START, lr, 25)
        label = text["lr"].format(lr)
        ax.plot(*path.T, style, marker=mark, ms=4, lw=1.2, label=label)
    ax.annotate(text["start"], START, (-10, -15), textcoords="offset points")
    ax.plot(0.5, 2.5, "*", ms=12, color="C4", zorder=4)
    ax.annotate(text["end"], (0.5, 2.5), (24, 18), textcoords="offset points")
    ax.set(xlabel="$b$", ylabel="$w$", xlim=(-3.2, 4.2), ylim=(-1.2, 5.2))
    ax.legend(loc="upper right")
    return fig
