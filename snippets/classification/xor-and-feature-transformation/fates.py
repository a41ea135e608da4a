# kind: figure
"""Thirty starts: their losses, and three ways for the hidden layer to end."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models.shallow.cascaded_logistic import (
    descend,
    encode,
    loss,
    random_start,
)

TEXT = {
    "zh": {
        "step": "步数",
        "loss": "损失",
        "names": ("学会：损失趋于 0", "两点重合：0.347", "三点重合：0.477"),
    },
    "en": {
        "step": "step",
        "loss": "loss",
        "names": (
            "learned: towards 0",
            "two merged: 0.347",
            "three merged: 0.477",
        ),
    },
}
X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
T = np.array([0, 1, 1, 0])
LEVELS = (0, 0.3466, 0.4774)


def paths(steps=2000, every=20):
    theta = random_start(200, 2, 2, 1.0, 0)
    losses = [loss(X, T, *theta)]
    for _ in range(steps // every):
        theta = descend(X, T, theta, 1.0, every)
        losses.append(loss(X, T, *theta))
    return np.arange(0, steps + 1, every), np.array(losses), theta


def draw(lang):
    text = TEXT[lang]
    steps, losses, theta = paths()
    fig, axes = plt.subplots(2, 2, figsize=(5.6, 5.6))
    top = axes[0, 0]
    fate = np.abs(losses[-1][:, None] - [*LEVELS, 0.6931]).argmin(axis=1)
    shown = [*range(28), *np.flatnonzero(fate == 2)[:2]]
    for i in shown:
        color, style = (("C2", "-"), ("C0", "--"), ("C1", "-."))[fate[i] % 3]
        top.plot(steps, losses[:, i], style, color=color, lw=0.9)
    top.set(xlabel=text["step"], ylabel=text["loss"], ylim=(0, 0.95))
    top.set_yticks((0, 0.347, 0.477, 0.693))
    top.set_xticks((0, 1000, 2000))
    for k, ax in enumerate(axes.flat[1:]):
        near = np.where(fate == k, np.abs(losses[-1] - LEVELS[k]), 9)
        i = near.argmin()
        a = encode(X, theta[0][i], theta[1][i])
        for kind, mark, size in ((0, "o", 12), (1, "s", 7)):
            ax.plot(*a[kind == T].T, mark, ms=size, color=f"C{kind}")
        for n, (x, point) in enumerate(zip(X, a, strict=True)):
            name = f"{x[0]:.0f}{x[1]:.0f}"
            ends = point > 0.5
            same = (np.abs(a[:n] - point).max(axis=1, initial=0) < 0.1).sum()
            shift = (
                -11 if ends[0] else 11,
                (-14 - 12 * same) if ends[1] else 8 + 12 * same,
            )
            ax.annotate(
                name, point, shift, textcoords="offset points", ha="center"
            )
        ax.set(xlim=(-0.1, 1.1), ylim=(-0.1, 1.1), title=text["names"][k])
        ax.set(xticks=(0, 1), yticks=(0, 1), xlabel="$a_1$", ylabel="$a_2$")
    return fig
