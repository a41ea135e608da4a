# kind: figure
"""Three kinds of wine: every pair of classes meets in a straight line."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine

from chainrule.scratch.models import SoftmaxRegression

TEXT = {
    "zh": ("酒精，标准化", "黄酮，标准化", "第 {} 类"),
    "en": ("alcohol, standardized", "flavanoids, standardized", "kind {}"),
}


def draw(lang):
    xlabel, ylabel, name = TEXT[lang]
    data = load_wine()
    X, t = data.data[:, [0, 6]], data.target
    X = (X - X.mean(axis=0)) / X.std(axis=0)
    model = SoftmaxRegression().fit(X, t)
    fig, ax = plt.subplots(figsize=(5.4, 4.0))
    for k, marker in enumerate("o^s"):
        label = name.format(k + 1)
        ax.plot(
            *X[t == k].T, marker, color=f"C{k}", ms=4, alpha=0.7, label=label
        )
    grid = np.stack(np.meshgrid(*[np.linspace(-2.6, 3.2, 240)] * 2), -1)
    y = model.predict_proba(grid.reshape(-1, 2)).reshape(240, 240, 3)
    best = y.argmax(axis=-1)
    for k in range(3):
        others = np.delete(y, k, axis=-1).max(axis=-1)
        lead = np.log(y[..., k]) - np.log(others)
        ax.contour(
            grid[..., 0],
            grid[..., 1],
            np.where(best == k, lead, np.minimum(lead, 0)),
            levels=[0.0],
            colors="0.5",
            linewidths=1.8,
        )
        lines = ax.contour(
            grid[..., 0],
            grid[..., 1],
            y[..., k],
            levels=[0.9],
            colors=f"C{k}",
            linestyles="--",
            linewidths=1.2,
        )
        ax.clabel(lines, fmt="0.9", fontsize=9)
    ax.set(xlabel=xlabel, ylabel=ylabel, xlim=(-2.6, 2.5), ylim=(-1.9, 3.2))
    ax.legend(loc="upper left", frameon=True)
    return fig
