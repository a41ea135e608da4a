# kind: figure
"""Ten validation losses, and what patience makes of them."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "epoch": "轮",
        "loss": "损失",
        "valid": "验证",
        "train": "训练",
        "best": "最好",
        "stop": "停",
    },
    "en": {
        "epoch": "epoch",
        "loss": "loss",
        "valid": "validation",
        "train": "training",
        "best": "best",
        "stop": "stop",
    },
}
VALID = 0.90, 0.70, 0.60, 0.55, 0.57, 0.54, 0.56, 0.58, 0.55, 0.59


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 3.4))
    epochs = np.arange(1, 11)
    ax.plot(epochs, 0.2 + 0.65 * 0.72 ** (epochs - 1), "--", color="C0", lw=1.6)
    ax.plot(epochs[:8], VALID[:8], "o-", color="C1", lw=1.6, ms=5)
    ax.plot(epochs[7:], VALID[7:], "o:", color="C1", lw=1.2, ms=5, mfc="none")
    ax.text(10.35, VALID[-1], text["valid"], color="C1", va="center")
    ax.text(10.35, 0.225, text["train"], color="C0", va="center")
    ax.axhline(0.54, xmin=0.42, xmax=0.86, color="0.55", lw=0.8, ls="--")
    for epoch, word, up in ((6, "best", -0.09), (8, "stop", 0.1)):
        ax.annotate(
            text[word],
            (epoch, VALID[epoch - 1]),
            (epoch, VALID[epoch - 1] + up),
            ha="center",
            va="center",
            arrowprops={"arrowstyle": "->", "color": "0.5"},
        )
    for epoch, count in ((5, "1"), (7, "1"), (8, "2")):
        y = VALID[epoch - 1] - 0.055
        ax.text(epoch, y, count, ha="center", va="center", color="0.5")
    ax.set(xlim=(0.6, 13), ylim=(0.15, 0.95), xticks=epochs[::3])
    ax.set(xlabel=text["epoch"], ylabel=text["loss"])
    return fig
