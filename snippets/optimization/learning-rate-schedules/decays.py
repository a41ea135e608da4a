# kind: figure
"""Five ways down, from the same rate, in a hundred steps."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim.lr_scheduler import (
    cosine_annealing_lr,
    exponential_lr,
    inverse_sqrt_lr,
    inverse_time_lr,
    step_lr,
)

TEXT = {
    "zh": {
        "steps": "每 30 步除以 10",
        "cosine": "余弦退火",
        "rate": "学习率 / $\\eta$",
        "t": "步数 $t$",
    },
    "en": {
        "steps": "a tenth every 30 steps",
        "cosine": "cosine annealing",
        "rate": "learning rate / $\\eta$",
        "t": "step $t$",
    },
}


def draw(lang):
    text = TEXT[lang]
    t = np.arange(100)
    fig, ax = plt.subplots()
    for rates, label in (
        (cosine_annealing_lr(t, 1, 100), text["cosine"]),
        (inverse_sqrt_lr(t, 1), "$1/\\sqrt{t+1}$"),
        (inverse_time_lr(t, 1, 20), "$20/(20+t)$"),
        (exponential_lr(t, 1, 0.955), "$0.955^t$"),
    ):
        ax.plot(t, rates, label=label)
    ax.step(t, step_lr(t, 1, 30), where="post", label=text["steps"])
    ax.set(xlabel=text["t"], ylabel=text["rate"], xlim=(0, 100), ylim=(0, 1.05))
    ax.legend()
    return fig
