# kind: figure
"""Two features: the probabilities are parallel straight lines."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_breast_cancer

from chainrule.scratch.models import LogisticRegression

TEXT = {
    "zh": ("平均半径，标准化", "平均纹理，标准化", "良性", "恶性"),
    "en": (
        "mean radius, standardized",
        "mean texture, standardized",
        "benign",
        "malignant",
    ),
}


def draw(lang):
    xlabel, ylabel, *names = TEXT[lang]
    data = load_breast_cancer()
    X, t = data.data[:, :2], 1 - data.target
    X = (X - X.mean(axis=0)) / X.std(axis=0)
    model = LogisticRegression().fit(X, t)
    fig, ax = plt.subplots(figsize=(5.4, 4.0))
    for k, marker in ((0, "o"), (1, "^")):
        ax.plot(
            *X[t == k].T,
            marker,
            color=f"C{k}",
            ms=3,
            alpha=0.55,
            label=names[k],
        )
    grid = np.stack(np.meshgrid(np.linspace(-2.2, 3, 60), [-2.4, 3.6]), -1)
    y = model.predict_proba(grid.reshape(-1, 2))[:, 1].reshape(2, 60)
    levels = [0.01, 0.1, 0.5, 0.9, 0.99]
    lines = ax.contour(
        grid[..., 0],
        grid[..., 1],
        np.log(y / (1 - y)),
        levels=np.log(np.divide(levels, np.subtract(1, levels))),
        colors="C2",
        linewidths=[1, 1, 2.4, 1, 1],
        linestyles=["--", "--", "-", "--", "--"],
    )
    marks = {z: f"{p:g}" for z, p in zip(lines.levels, levels, strict=True)}
    w, b = model.w_, model.b_
    places = [((z - b - w[1] * 2.9) / w[0], 2.9) for z in lines.levels]
    ax.clabel(lines, fmt=marks, fontsize=9, manual=places)
    ax.set(xlabel=xlabel, ylabel=ylabel, xlim=(-2.2, 3), ylim=(-2.4, 3.6))
    ax.legend(loc="lower right", markerscale=2, frameon=True)
    return fig
