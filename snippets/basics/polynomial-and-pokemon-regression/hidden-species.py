# kind: figure
"""The ten pairs: one parabola for all, or one line for each group."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.data import cp_pairs
from chainrule.scratch.models import IndicatorRegression, PolynomialRegression

TEXT = {
    "zh": {
        "one": "所有样本共用一条抛物线",
        "each": "每组一条直线",
        "x": "进化前的 CP",
        "t": "进化后的 CP",
        "ratio": "约 {} 倍",
    },
    "en": {
        "one": "one parabola for all",
        "each": "one line for each group",
        "x": "CP before evolution",
        "t": "CP after evolution",
        "ratio": "about {} times",
    },
}


def draw(lang):
    text = TEXT[lang]
    X, t = cp_pairs()
    grid = np.linspace(0, 640, 200)[:, None]
    species = np.digitize(t / X[:, 0], [1.5, 2.2])
    fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.8), sharey=True)
    axes[0].plot(grid, PolynomialRegression(2).fit(X, t).predict(grid), "-k")
    axes[0].lines[0].set_color("0.55")
    model = IndicatorRegression().fit(X, t, species)
    marks = zip("os^", ("--", "-", ":"), (1.08, 1.89, 2.63), strict=True)
    for s, (mark, style, ratio) in enumerate(marks):
        own, color = species == s, f"C{s}"
        for ax in axes:
            ax.plot(X[own], t[own], mark, ms=6, color=color)
        line = model.predict(grid, np.full(len(grid), s))
        name = text["ratio"].format(ratio)
        axes[1].plot(grid, line, style, color=color, label=name)
    axes[1].legend(loc="upper left")
    for ax, name in zip(axes, ("one", "each"), strict=True):
        ax.set(title=text[name], xlabel=text["x"], ylim=(0, 1750))
    axes[0].set_ylabel(text["t"])
    return fig
