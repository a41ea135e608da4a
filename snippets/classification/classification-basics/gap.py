# kind: figure
"""How far subgradient descent is from the minimum, and how it gets there."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.data import pokemon_stats
from chainrule.scratch.models import DualSVM, LinearSVM
from chainrule.scratch.models.linear import dual_objective

TEXT = {
    "zh": {
        "step": "步数 $k$",
        "gap": "$E / D^* - 1$",
        "best": "迄今最好",
    },
    "en": {"step": "step $k$", "gap": "$E / D^* - 1$", "best": "best so far"},
}


def draw(lang):
    text = TEXT[lang]
    X, y = pokemon_stats()
    X = (X[:, 1:] - X[:, 1:].mean(axis=0)) / X[:, 1:].std(axis=0)
    t = np.where(y == "water", 1, -1)
    fig, ax = plt.subplots(figsize=(5.6, 3.8))
    for color, C in (("C0", 0.01), ("C1", 1.0)):
        alpha = DualSVM(C, tol=1e-9).fit(X, y).alpha_
        floor = dual_objective(X, t, alpha)
        losses = LinearSVM(C, 3000).fit(X, y).losses_ / floor - 1
        k = np.arange(1, len(losses))
        label = f"$C={C:g}$"
        keep = np.unique(np.geomspace(1, len(k), 260).astype(int)) - 1
        ax.loglog(k[keep], losses[1:][keep], ":", color=color, lw=1)
        best = np.minimum.accumulate(losses[1:])[keep]
        label += f", {text['best']}"
        style = "-" if C < 1 else "--"
        ax.loglog(k[keep], best, style, color=color, label=label)
    ax.set(xlabel=text["step"], ylabel=text["gap"])
    ax.grid(lw=0.5)
    ax.legend(loc="lower left")
    return fig
