# kind: figure
"""A flexible function that meets every sample, and is free between them."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "truth": "真实函数",
        "train": "训练样本",
        "test": "测试样本",
        "free": "经过所有训练样本的函数",
    },
    "en": {
        "truth": "true function",
        "train": "training samples",
        "test": "test samples",
        "free": "meets all training samples",
    },
}


def free(x):
    """The parabola plus waves that vanish at the three training samples."""
    return x**2 + 1.5 * np.sin(np.pi * x) * np.sin(2.3 * x + 0.4)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 3.8))
    x, train = np.linspace(-1.5, 1.5, 301), np.array([-1, 0, 1])
    test = np.array([-1.35, -0.6, -0.35, 0.45, 0.6, 1.3])
    ax.plot(x, x**2, color="0.55", ls="--", lw=1.4, label=text["truth"])
    ax.plot(x, free(x), color="C1", lw=1.8, label=text["free"])
    ax.vlines(test, test**2, free(test), color="C1", lw=1, ls=":")
    ax.plot(train, train**2, "o", color="C0", ms=8, label=text["train"])
    ax.plot(
        test, test**2, "s", mfc="none", color="C2", ms=7, label=text["test"]
    )
    ax.set(xlabel="$x$", ylabel="$t$", ylim=(-0.5, 4.4))
    ax.legend(loc="upper center", fontsize=9.5)
    return fig
