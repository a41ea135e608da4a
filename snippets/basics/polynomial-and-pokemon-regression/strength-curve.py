# kind: figure
"""Training and test error against lambda, with few samples and many."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.data import evolutions
from chainrule.scratch.models.indicator_regression import indicator_features
from chainrule.scratch.models.ridge import Ridge

TEXT = {
    "zh": {
        "samples": "{} 个训练样本",
        "x": "正则化强度 $\\lambda$",
        "y": "均方根误差（CP）",
        "training": "训练误差",
        "test": "测试误差",
        "zero": "0",
    },
    "en": {
        "samples": "{} training samples",
        "x": "strength $\\lambda$",
        "y": "root mean squared error (CP)",
        "training": "training error",
        "test": "test error",
        "zero": "0",
    },
}
ALPHAS = np.array([0, *np.logspace(-5, 2, 15)])


def everything(X, species):
    """Lines and parabolas for each species, and squares of the rest."""
    cp = X[:, :1]
    own = indicator_features(np.column_stack([cp, cp**2]), species, range(3))
    return np.column_stack([own, X[:, 1:], X[:, 1:] ** 2])


def errors(samples, seed):
    X, species, t = evolutions(samples + 1000, seed)
    Z, fit = everything(X, species), slice(samples)
    scale = Z[fit].std(axis=0)
    Z = (Z - Z[fit].mean(axis=0)) / np.where(scale > 0, scale, 1)
    found = []
    for alpha in ALPHAS:
        square = (Ridge(alpha).fit(Z[fit], t[fit]).predict(Z) - t) ** 2
        found.append((square[fit].mean(), square[samples:].mean()))
    return np.sqrt(found)


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(1, 2, figsize=(6.6, 3.7), sharey=True)
    x = [2e-6, *ALPHAS[1:]]  # zero has no place on a logarithmic axis
    for ax, samples in zip(axes, (16, 60), strict=True):
        found = np.array([errors(samples, seed) for seed in range(100)])
        for i, name in enumerate(("training", "test")):
            low, middle, high = np.quantile(
                found[..., i], [0.1, 0.5, 0.9], axis=0
            )
            style = "-" if name == "training" else "--"
            ax.loglog(x[1:], middle[1:], style, color=f"C{i}", label=text[name])
            ax.plot(x[0], middle[0], "o", ms=5, color=f"C{i}")
            ax.fill_between(
                x[1:], low[1:], high[1:], color=f"C{i}", alpha=0.2, lw=0
            )
        ax.set(
            title=text["samples"].format(samples),
            xlabel=text["x"],
            ylim=(2, 1000),
        )
        ticks = [2e-6, 1e-4, 1e-2, 1, 100]
        names = [text["zero"], "$10^{-4}$", "$10^{-2}$", "1", "100"]
        ax.set_xticks(ticks, names)
        ax.minorticks_off()
    axes[0].set_ylabel(text["y"])
    axes[1].legend(loc="upper left")
    return fig
