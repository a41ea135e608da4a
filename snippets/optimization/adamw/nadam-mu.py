# kind: figure
"""The schedule of μ in NAdam, for the usual momentum_decay."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {"t": "步数 $t$", "mu": "$\\mu_t$", "beta": "$\\beta_1$"},
    "en": {"t": "step $t$", "mu": "$\\mu_t$", "beta": "$\\beta_1$"},
}


def draw(lang):
    text = TEXT[lang]
    t = np.geomspace(1, 1e5, 200)
    fig, ax = plt.subplots(figsize=(5.6, 2.8))
    ax.semilogx(t, 0.9 * (1 - 0.5 * 0.96 ** (0.004 * t)), color="C0")
    ax.axhline(0.9, color="C1", ls="--")
    ax.annotate(text["beta"], (1.3, 0.9), (0, -14), textcoords="offset points")
    ax.set(xlabel=text["t"], ylabel=text["mu"], ylim=(0.4, 0.95))
    ax.set_xlim(1, 1e5)
    return fig
