# kind: figure
"""The rate that each rule makes of loud, quiet and loud gradients."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim import adagrad, rms_normalized_sgd, rmsprop

TEXT = {
    "zh": {
        "all": "全部梯度的均方根",
        "sum": "Adagrad",
        "recent": "RMSProp，$\\alpha=0.9$",
        "g": "$|g_t|$",
        "rate": "有效学习率 / $\\eta$",
        "t": "步数 $t$",
    },
    "en": {
        "all": "RMS of all gradients",
        "sum": "Adagrad",
        "recent": "RMSProp, $\\alpha=0.9$",
        "g": "$|g_t|$",
        "rate": "effective rate / $\\eta$",
        "t": "step $t$",
    },
}


def draw(lang):
    text = TEXT[lang]
    t = np.arange(1, 301)
    g = np.where((t <= 50) | ((t > 200) & (t <= 230)), 1.0, 0.05)
    fig, axes = plt.subplots(
        2, 1, figsize=(5.6, 5), sharex=True, height_ratios=(1, 2.6)
    )
    axes[0].step(t, g, where="mid", color="C4")
    axes[0].set(ylabel=text["g"], ylim=(0, 1.2))
    for name, rule, clock, options, color, style in (
        ("all", rms_normalized_sgd, True, {}, "C1", "--"),
        ("sum", adagrad, False, {}, "C0", "-"),
        ("recent", rmsprop, False, {"alpha": 0.9}, "C2", "-."),
    ):
        kept, rates = 0.0, []
        for step, gradient in zip(t, g, strict=True):
            clocks = [step] if clock else []
            moved, kept = rule(0.0, gradient, kept, *clocks, lr=1, **options)
            rates.append(-moved / gradient)
        axes[1].semilogy(t, rates, style, color=color, label=text[name])
    axes[1].set(xlabel=text["t"], ylabel=text["rate"], xlim=(0, 300))
    axes[1].set(ylim=(0.08, 90))
    axes[1].legend(loc="upper right", ncols=2)
    return fig
