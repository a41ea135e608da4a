# kind: figure
"""The picture of the lecture: a shifted test loss at two minima."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "train": "训练损失",
        "test": "测试损失",
        "flat": "平坦",
        "sharp": "尖锐",
    },
    "en": {
        "train": "training loss",
        "test": "test loss",
        "flat": "flat",
        "sharp": "sharp",
    },
}


def loss(theta):
    wide = 1 - np.exp(-((theta + 1.5) ** 2) / 1.3)
    return wide - 0.98 * np.exp(-((theta - 2) ** 2) / 0.06)


def draw(lang):
    text, shift = TEXT[lang], 0.22
    theta = np.linspace(-4, 3.2, 600)
    fig, ax = plt.subplots(figsize=(5.4, 3.4))
    ax.plot(theta, loss(theta), "-", color="C0", lw=1.8, label=text["train"])
    moved = loss(theta - shift)
    ax.plot(theta, moved, "--", color="C1", lw=1.8, label=text["test"])
    for at, name in ((-1.5, "flat"), (2.0, "sharp")):
        low, high = loss(np.array([at, at - shift]))
        ax.plot([at, at], [low, high], "-", color="C4", lw=3, zorder=3)
        ax.plot(at, low, "o", color="C0", ms=7)
        ax.plot(at, high, "s", color="C1", ms=7)
        ax.text(at, -0.13, text[name], ha="center", va="center")
    ax.set(xlabel="$\\theta$", ylabel="$L$", ylim=(-0.22, 1.35))
    ax.legend(loc="upper left", ncols=2)
    return fig
