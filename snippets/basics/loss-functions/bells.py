# kind: figure
"""Three normal densities."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import normal_pdf

TEXT = {
    "zh": {"x": "$x$", "p": "密度", "s": "$\\sigma$"},
    "en": {"x": "$x$", "p": "density", "s": "$\\sigma$"},
}


def draw(lang):
    text = TEXT[lang]
    x = np.linspace(-4, 5, 400)
    fig, ax = plt.subplots(figsize=(5.6, 3.0))
    for mean, std in ((0, 1), (0, 0.4), (2, 1)):
        label = f"$\\mu = {mean},\\ \\sigma = {std:g}$"
        ax.plot(x, normal_pdf(x, mean, std), label=label)
    ax.axhline(1, color="0.55", lw=0.8, ls=":")
    ax.set(xlabel=text["x"], ylabel=text["p"], ylim=(0, 1.12))
    ax.legend(loc="upper right")
    return fig
