# kind: figure
"""A line for a parabola where it was learned, and where it is used."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "train": "训练数据",
        "test": "测试数据",
        "line": "在训练数据上最好的直线",
        "mixed": "两种数据各半时最好的直线",
    },
    "en": {
        "train": "training data",
        "test": "test data",
        "line": "best line for training data",
        "mixed": "best line for half of each",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 3.9))
    rng = np.random.default_rng(0)
    x, z = rng.uniform(0, 1, 40), rng.uniform(1, 2, 40)
    ax.plot(x, x**2, "o", color="C0", ms=5, alpha=0.7, label=text["train"])
    ax.plot(z, z**2, "s", mfc="none", color="C2", ms=5, label=text["test"])
    ends = np.array([0, 2])
    ax.plot(ends, ends - 1 / 6, color="C1", lw=1.8, label=text["line"])
    # on [0, 2] the best line is 2x - 2/3
    ax.plot(
        ends, 2 * ends - 2 / 3, color="C3", lw=1.5, ls="--", label=text["mixed"]
    )
    ax.set(xlabel="$x$", ylabel="$t = x^2$", ylim=(-0.8, 4.3))
    ax.legend(loc="upper left", fontsize=9.5)
    return fig
