# kind: figure
"""The same function set, two ways to choose from it, two lines."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LogisticRegression

from chainrule.data import pokemon_stats
from chainrule.scratch.models import LinearDiscriminantAnalysis

TEXT = {
    "zh": {
        "pokemon": "水系与一般系",
        "far": "有远处样本",
        "x": ("防御", "$x_{1}$"),
        "y": ("特防", "$x_{2}$"),
        "lda": "生成：共享协方差",
        "logistic": "判别：逻辑回归",
    },
    "en": {
        "pokemon": "water, normal",
        "far": "with far samples",
        "x": ("defense", "$x_{1}$"),
        "y": ("special defense", "$x_{2}$"),
        "lda": "generative: shared covariance",
        "logistic": "discriminative: logistic regression",
    },
}


def data():
    X, y = pokemon_stats()
    yield X[:, [3, 5]], y == "water"
    rng = np.random.default_rng(1)
    t = np.arange(200) < 100
    x = rng.normal(size=(200, 2))
    x[:, 0] += np.where(t, 1, -1) + 7 * (t & (rng.random(200) < 0.2))
    yield x, t


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(1, 2, figsize=(5.8, 3.9))
    for n, (ax, (X, t)) in enumerate(zip(axes, data(), strict=True)):
        ax.plot(*X[t].T, "o", ms=3.5, mew=0, color="C0", alpha=0.6)
        ax.plot(*X[~t].T, "^", ms=3.5, mew=0, color="C1", alpha=0.6)
        height = np.array([X[:, 1].min(), X[:, 1].max()])
        models = (
            ("lda", LinearDiscriminantAnalysis(), "C3", "-"),
            ("logistic", LogisticRegression(C=1e6, max_iter=2000), "C2", "--"),
        )
        for name, model, color, line in models:
            model.fit(X, t)
            w, b = model.coef_[0], model.intercept_[0]
            edge = -(b + w[1] * height) / w[0]
            style = {"color": color, "ls": line, "lw": 2.4}
            ax.plot(edge, height, label=text[name], **style)
        ax.set(xlabel=text["x"][n], ylabel=text["y"][n])
        ax.set_title(text[("pokemon", "far")[n]])
    handles, labels = axes[0].get_legend_handles_labels()
    fig.legend(handles, labels, loc="outside upper center")
    return fig
