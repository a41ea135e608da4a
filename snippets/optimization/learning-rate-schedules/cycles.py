# kind: figure
"""Cyclical rates, warm restarts and one cycle: three shapes of 700 steps."""

import matplotlib.pyplot as plt
import numpy as np
import torch

from chainrule.optim.lr_scheduler import OneCycleLR
from chainrule.scratch.optim.lr_scheduler import (
    cosine_annealing_warm_restarts,
    cyclic_lr,
    one_cycle_lr,
)

TEXT = {
    "zh": {
        "rate": "学习率 / $\\eta$",
        "momentum": "动量",
        "linear": "三段直线（论文）",
        "cos": "两段余弦（torch 默认）",
        "t": "步数 $t$",
        "cyclical": "循环学习率",
        "one": "单循环",
    },
    "en": {
        "rate": "learning rate / $\\eta$",
        "momentum": "momentum",
        "linear": "three lines (paper)",
        "cos": "two cosines (torch's default)",
        "t": "step $t$",
        "cyclical": "cyclical",
        "one": "one cycle",
    },
}
SHAPES = {
    "linear": {"anneal_strategy": "linear", "three_phase": True},
    "cos": {},
}


def momentum(t, **shape):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0, momentum=0.9)
    schedule = OneCycleLR(optimizer, 1.0, 700, **shape)
    return [schedule.at(int(s))[1] for s in t]


def draw(lang):
    text, t = TEXT[lang], np.arange(700)
    fig, axes = plt.subplots(4, 1, figsize=(5.6, 8.4), sharex=True)
    for mode in ("triangular", "triangular2", "exp_range"):
        rates = cyclic_lr(t, 0.1, 1, 100, mode=mode, gamma=0.998)
        axes[0].plot(t, rates, label=mode)
    axes[0].set(title=text["cyclical"], ylabel=text["rate"], ylim=(0, 1.6))
    axes[1].plot(
        t,
        cosine_annealing_warm_restarts(t, 1, 100, 2),
        label="$T_0=100$, $\\times 2$",
    )
    axes[1].set(title="SGDR", ylabel=text["rate"], ylim=(0, 1.4))
    for name, shape in SHAPES.items():
        axes[2].plot(t, one_cycle_lr(t, 1, 700, **shape), label=text[name])
        axes[3].plot(t, momentum(t, **shape))
    axes[2].set(title=text["one"], ylabel=text["rate"], ylim=(0, 1.6))
    axes[3].set(xlabel=text["t"], ylabel=text["momentum"], xlim=(0, 700))
    axes[0].legend(ncols=3, loc="upper right", fontsize=9)
    axes[1].legend(loc="upper right")
    axes[2].legend(loc="upper right")
    return fig
