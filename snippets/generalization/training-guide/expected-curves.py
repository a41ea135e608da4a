# kind: figure
"""Expected training and test loss against samples, and against features."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "N": "样本数 $N$（40 个特征）",
        "p": "特征数 $p$（50 个样本）",
        "loss": "损失",
        "train": "训练",
        "test": "新数据",
        "noise": "噪声",
        "bias": "模型偏差",
        "over": "过拟合",
    },
    "en": {
        "N": "samples $N$ (40 features)",
        "p": "features $p$ (50 samples)",
        "loss": "loss",
        "train": "training",
        "test": "new data",
        "noise": "noise",
        "bias": "model bias",
        "over": "overfitting",
    },
}


def losses(N, p):
    """(28.4) to (28.6): five features with weight 1 matter, noise 1."""
    s2 = 1 + np.maximum(0, 5 - p)
    return s2 * (1 - p / N), s2 * (1 + p / (N - p - 1))


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 6))
    N, p = np.arange(46, 401), np.arange(0, 43)
    for ax, x, curves in zip(
        axes, (N, p), (losses(N, 40), losses(50, p)), strict=True
    ):
        ax.plot(x, curves[0], color="C0", lw=1.8, label=text["train"])
        ax.plot(x, curves[1], color="C1", lw=1.8, ls="--", label=text["test"])
        ax.axhline(1, color="0.55", lw=1, ls=":", label=text["noise"])
        ax.set(ylim=(0, 7), ylabel=text["loss"])
    axes[0].set_xlabel(text["N"])
    axes[1].set_xlabel(text["p"])
    axes[0].legend()
    axes[1].text(5.2, 4.4, text["bias"], ha="left", fontsize=10.5)
    axes[1].text(35.5, 4.4, text["over"], ha="right", fontsize=10.5)
    return fig
