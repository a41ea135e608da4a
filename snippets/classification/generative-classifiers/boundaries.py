# kind: figure
"""The posterior of both models over two features."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.data import pokemon_stats
from chainrule.scratch.models import (
    LinearDiscriminantAnalysis,
    QuadraticDiscriminantAnalysis,
)

TEXT = {
    "zh": {
        "x": "防御",
        "y": "特防",
        "own": "各自的协方差",
        "shared": "共享协方差",
        "water": "水系",
        "normal": "一般系",
        "p": "$P$（水系 | $x$）",
    },
    "en": {
        "x": "defense",
        "y": "special defense",
        "own": "own covariances",
        "shared": "shared covariance",
        "water": "water",
        "normal": "normal",
        "p": "$P$(water | $x$)",
    },
}


def draw(lang):
    text = TEXT[lang]
    X, y = pokemon_stats()
    two = X[:, [3, 5]]
    fig, axes = plt.subplots(1, 2, figsize=(5.8, 4.2), sharex=True, sharey=True)
    a, b = np.linspace(0, 150, 91), np.linspace(0, 150, 91)
    grid = np.stack(np.meshgrid(a, b), axis=-1).reshape(-1, 2)
    models = QuadraticDiscriminantAnalysis(), LinearDiscriminantAnalysis()
    for ax, name, model in zip(axes, ("own", "shared"), models, strict=True):
        p = model.fit(two, y).predict_proba(grid)[:, 1].reshape(91, 91)
        levels = np.linspace(0, 1, 11)
        shade = ax.contourf(a, b, p, levels, alpha=0.55)
        shade.set_rasterized(True)
        ax.contour(a, b, p, [0.5], colors="C3", linewidths=2.4)
        for kind, mark, color in (("water", "o", "C0"), ("normal", "^", "C1")):
            own = two[y == kind]
            style = {"ms": 4, "mew": 0.5, "mec": "w", "color": color}
            ax.plot(*own.T, mark, label=text[kind], **style)
        ax.set(title=text[name], xlabel=text["x"])
        ax.set(xlim=(0, 150), ylim=(0, 150), aspect="equal")
    axes[0].set_ylabel(text["y"])
    handles, labels = axes[0].get_legend_handles_labels()
    fig.legend(handles, labels, loc="outside upper center", ncols=2)
    bar = fig.colorbar(
        shade, ax=axes, location="bottom", shrink=0.6, label=text["p"]
    )
    bar.set_ticks([0, 0.5, 1])
    return fig
