# kind: figure
"""One step of a ReLU unit, short and long: where it is on."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import relu

TEXT = {
    "zh": {
        "on": "激活",
        "off": "不激活",
        "short": r"一步，$\eta=0.1$",
        "long": r"一步，$\eta=1$",
        "start": "起点",
    },
    "en": {
        "on": "on",
        "off": "off",
        "short": r"one step, $\eta=0.1$",
        "long": r"one step, $\eta=1$",
        "start": "start",
    },
}
X = 1 + 0.5 * np.random.default_rng(0).normal(size=(40, 2))
T = X.mean(axis=1) / 2


def stepped(lr):
    """Weights and bias after one step from (1, 1) and 0, as in revive.py."""
    z = X.sum(axis=1)
    delta = (relu(z) - T) * (z > 0) / len(X)
    return 1 - lr * delta @ X, -lr * delta.sum()


def boundary(ax, w, b, style, color):
    x = np.array([-4.0, 4.0])
    ax.plot(x, -(w[0] * x + b) / w[1], style, color=color, lw=1.8)


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(1, 2, figsize=(5.6, 3.5), sharey=True)
    grid = np.meshgrid(np.linspace(-3, 3, 241), np.linspace(-3, 3, 241))
    for ax, name, lr in zip(axes, ("short", "long"), (0.1, 1), strict=True):
        w, b = stepped(lr)
        on = X @ w + b > 0
        side = (w[0] * grid[0] + w[1] * grid[1] + b > 0).astype(float)
        ax.contourf(*grid, side, levels=(0.5, 1.5), colors=("C2",), alpha=0.16)
        boundary(ax, np.ones(2), 0, ":", "C1")
        boundary(ax, w, b, "-", "C2")
        ax.plot(*X[on].T, "o", color="C0", ms=4)
        ax.plot(*X[~on].T, "x", color="C3", ms=5)
        place = (2.1, -1.5) if lr < 1 else (-1.9, -2.3)
        ax.text(*place, text["on"], color="C2", ha="center")
        place = (-1.8, -2.3) if lr < 1 else (1.9, 2.4)
        ax.text(*place, text["off"], color="C3", ha="center")
        ax.set(title=text[name], xlabel="$x_1$", xlim=(-3, 3), ylim=(-3, 3))
        ax.set(aspect="equal", xticks=(-2, 0, 2), yticks=(-2, 0, 2))
    axes[0].set_ylabel("$x_2$")
    axes[1].text(-2.1, 2.4, text["start"], color="C1")
    return fig
