# kind: figure
"""Two rules that watch a loss, on one course of losses."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim.lr_scheduler import (
    halve_when_slow,
    reduce_lr_on_plateau,
)

TEXT = {
    "zh": {
        "loss": "损失",
        "rate": "学习率 / $\\eta$",
        "halve": "下降不足 1% 就减半",
        "plateau": "两轮没有新低就减半",
        "epoch": "轮",
    },
    "en": {
        "loss": "loss",
        "rate": "learning rate / $\\eta$",
        "halve": "halved below a fall of 1%",
        "plateau": "halved after 2 without a new best",
        "epoch": "epoch",
    },
}


def draw(lang):
    text = TEXT[lang]
    epochs = np.arange(30)
    noise = np.random.default_rng(1).normal(size=30)
    losses = 0.3 + np.exp(-epochs / 4) + 0.01 * noise
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 4.6), sharex=True)
    axes[0].plot(epochs, losses, "o-", ms=3, lw=1)
    axes[0].set(ylabel=text["loss"])
    halved = halve_when_slow(losses, 1.0, threshold=0.01)
    given = {"factor": 0.5, "patience": 1, "threshold": 0.01}
    reduced = reduce_lr_on_plateau(losses, 1.0, **given)
    for rates, label in ((halved, "halve"), (reduced, "plateau")):
        axes[1].step(epochs, rates, where="post", label=text[label])
    axes[1].set(xlabel=text["epoch"], ylabel=text["rate"], yscale="log")
    axes[1].legend(loc="lower left")
    return fig
