# kind: figure
"""The water type and three Gaussians that might have made it."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.data import pokemon_stats
from chainrule.scratch.models.generative import (
    gaussian_log_density,
    gaussian_mle,
)

TEXT = {
    "zh": {"x": "防御", "y": "特防"},
    "en": {"x": "defense", "y": "special defense"},
}


def ellipse(mean, covariance, radius=2):
    turn = np.linspace(0, 2 * np.pi, 121)
    circle = radius * np.stack([np.cos(turn), np.sin(turn)])
    return mean[:, None] + np.linalg.cholesky(covariance) @ circle


def draw(lang):
    text = TEXT[lang]
    X, y = pokemon_stats()
    water = X[y == "water"][:, [3, 5]]
    mean, covariance = gaussian_mle(water)
    fig, ax = plt.subplots(figsize=(5.6, 4.6))
    ax.plot(*water.T, "o", ms=4, mew=0, color="C0", alpha=0.7)
    shift = np.array([25, -12])
    candidates = (
        (mean, covariance, "C0", "-"),
        (mean + shift, covariance, "C1", "--"),
        (mean, covariance / 5, "C3", "-."),
    )
    for m, S, color, line in candidates:
        ln = gaussian_log_density(water, m, S).sum()
        label = f"$\\ln\\mathcal{{L}} = {ln:.0f}$"
        ax.plot(*ellipse(m, S), color=color, ls=line, label=label)
        ax.plot(*m, "+", ms=9, mew=2, color=color)
    ax.set(xlabel=text["x"], ylabel=text["y"], ylim=(None, 165))
    ax.legend(loc="upper center", ncols=3, handlelength=1.6, columnspacing=1.2)
    return fig
