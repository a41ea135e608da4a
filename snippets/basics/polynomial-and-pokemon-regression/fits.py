# kind: figure
"""Four polynomials through the lecture's ten pairs."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.data import cp_pairs
from chainrule.scratch.models import PolynomialRegression

TEXT = {
    "zh": {
        "title": "{} 次：均方根误差 {:.0f}",
        "x": "进化前的 CP",
        "t": "进化后的 CP",
    },
    "en": {
        "title": "degree {}: rms error {:.0f}",
        "x": "CP before evolution",
        "t": "CP after evolution",
    },
}


def draw(lang):
    text = TEXT[lang]
    X, t = cp_pairs()
    grid = np.linspace(20, 615, 600)[:, None]
    fig, axes = plt.subplots(2, 2, figsize=(5.6, 4.8), sharex=True, sharey=True)
    for ax, degree in zip(axes.flat, (1, 2, 5, 9), strict=True):
        model = PolynomialRegression(degree).fit(X, t)
        ax.plot(grid, model.predict(grid), "-", color="C0", lw=1.8)
        ax.plot(X, t, "o", ms=5, color="C1", zorder=3)
        rms = np.sqrt(np.mean((model.predict(X) - t) ** 2))
        title = text["title"].format(degree, rms)
        ax.set(title=title, xlim=(0, 640), ylim=(-400, 2000))
    fig.supxlabel(text["x"], fontsize=11)
    fig.supylabel(text["t"], fontsize=11)
    return fig
