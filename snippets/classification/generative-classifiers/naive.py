# kind: figure
"""Full and diagonal covariances on two features that hang together."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.data import pokemon_stats
from chainrule.scratch.models import GaussianNB, QuadraticDiscriminantAnalysis

TEXT = {
    "zh": {
        "x": "特攻",
        "y": "特防",
        "full": "完整的协方差",
        "naive": "朴素贝叶斯",
        "water": "水系",
        "normal": "一般系",
    },
    "en": {
        "x": "special attack",
        "y": "special defense",
        "full": "full covariance",
        "naive": "naive Bayes",
        "water": "water",
        "normal": "normal",
    },
}


def draw(lang):
    text = TEXT[lang]
    X, y = pokemon_stats()
    two = X[:, [4, 5]]
    full = QuadraticDiscriminantAnalysis().fit(two, y)
    naive = GaussianNB().fit(two, y)
    covariances = {
        "full": full.covariance_,
        "naive": np.array([np.diag(v) for v in naive.var_]),
    }
    turn = np.linspace(0, 2 * np.pi, 121)
    circle = np.stack([np.cos(turn), np.sin(turn)])
    fig, axes = plt.subplots(1, 2, figsize=(5.8, 3.6), sharex=True, sharey=True)
    for ax, name in zip(axes, covariances, strict=True):
        kinds = ("normal", "^", "C1", "--"), ("water", "o", "C0", "-")
        for k, (kind, mark, color, line) in enumerate(kinds):
            own = two[y == kind]
            style = {"ms": 3.5, "mew": 0, "alpha": 0.6, "color": color}
            ax.plot(*own.T, mark, label=text[kind], **style)
            L = np.linalg.cholesky(covariances[name][k])
            for radius in (1, 2):
                edge = full.means_[k][:, None] + radius * L @ circle
                ax.plot(*edge, color=color, ls=line, lw=1.5)
        ax.set(title=text[name], xlabel=text["x"])
    axes[0].set_ylabel(text["y"])
    axes[0].legend(loc="upper left", handletextpad=0.2)
    axes[0].set_ylim(None, 150)
    return fig
