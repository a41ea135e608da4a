# kind: figure
"""Likelihood: the bars are what the curve gives to the observed labels."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models import LogisticRegression
from chainrule.scratch.nn import sigmoid

TEXT = {
    "zh": ("一条差的曲线", "最可能的曲线", "$P(t = 1)$"),
    "en": ("a poor curve", "the likeliest curve", "$P(t = 1)$"),
}
X, T = np.array([0.0, 1.0, 2.0, 3.0]), np.array([0, 1, 0, 1])


def draw(lang):
    *titles, ylabel = TEXT[lang]
    best = LogisticRegression().fit(X[:, None], T)
    curves = ((1.0, 0.0), (best.w_[0], best.b_))
    fig, axes = plt.subplots(1, 2, figsize=(5.8, 3.4), sharey=True)
    grid = np.linspace(-0.5, 3.5, 200)
    for ax, title, (w, b) in zip(axes, titles, curves, strict=True):
        ax.plot(grid, sigmoid(w * grid + b), "-", color="C0")
        y = sigmoid(w * X + b)
        for x, t, p in zip(X, T, y, strict=True):
            ax.plot([x, x], [0, p] if t else [p, 1], "-", color="C1", lw=5)
            share = p if t else 1 - p
            place = p / 2 if t else (1 + p) / 2
            ax.text(x + 0.13, place, f"{share:.2f}", va="center", fontsize=9)
        ax.plot(X, T, "o", color="C2", ms=7, zorder=3)
        product = np.prod(np.where(T == 1, y, 1 - y))
        ax.set_title(f"{title}\n$p = {product:.3f}$", fontsize=11)
        ax.set(xlabel="$x$", xticks=range(4), ylim=(-0.06, 1.06))
        ax.set_xlim(-0.5, 3.75)
        ax.grid(lw=0.5)
    axes[0].set_ylabel(ylabel)
    return fig
