# kind: figure
"""Warm-ups, and the Transformer's schedule in three settings."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim.lr_scheduler import (
    cosine_warmup,
    linear_warmup,
    noam_lr,
    untuned_linear_warmup,
)

TEXT = {
    "zh": {
        "linear": "线性，$T_w=1000$",
        "cosine": "余弦，$T_w=1000$",
        "untuned": "$2/(1-\\beta_2)$，$\\beta_2=0.999$",
        "noam": "$d={}$，$T_w={}$",
        "rate": "学习率 / $\\eta$",
        "real": "学习率",
        "t": "步数 $t$",
    },
    "en": {
        "linear": "linear, $T_w=1000$",
        "cosine": "cosine, $T_w=1000$",
        "untuned": "$2/(1-\\beta_2)$, $\\beta_2=0.999$",
        "noam": "$d={}$, $T_w={}$",
        "rate": "learning rate / $\\eta$",
        "real": "learning rate",
        "t": "step $t$",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 5.4))
    t = np.arange(3000)
    axes[0].plot(t, linear_warmup(t, 1, 1000), label=text["linear"])
    axes[0].plot(t, cosine_warmup(t, 1, 1000), label=text["cosine"])
    axes[0].plot(t, untuned_linear_warmup(t, 1), label=text["untuned"])
    axes[0].set(ylabel=text["rate"], xlim=(0, 3000), ylim=(0, 1.05))
    t = np.arange(0, 20_000, 10)
    for d, warm in ((512, 4000), (512, 8000), (256, 4000)):
        label = text["noam"].format(d, warm)
        axes[1].plot(t, noam_lr(t, 1.0, d, warm), label=label)
    axes[1].set(xlabel=text["t"], ylabel=text["real"], xlim=(0, 20_000))
    axes[1].set_ylim(0)
    for ax in axes:
        ax.legend()
    return fig
