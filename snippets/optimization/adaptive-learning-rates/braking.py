# kind: figure
"""Flat, steep, flat: the root and the step for three values of alpha."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim import rmsprop_warm_start

TEXT = {
    "zh": {
        "sigma": "$\\sqrt{v_t}$ 与 $|g_t|$",
        "step": "步长 / $\\eta$",
        "t": "步数 $t$",
        "flat": "平",
        "steep": "陡",
    },
    "en": {
        "sigma": "$\\sqrt{v_t}$ and $|g_t|$",
        "step": "step / $\\eta$",
        "t": "step $t$",
        "flat": "flat",
        "steep": "steep",
    },
}


def draw(lang):
    text = TEXT[lang]
    t = np.arange(1, 151)
    g = np.where((t > 40) & (t <= 80), 10.0, 0.1)
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 5.2), sharex=True)
    axes[0].step(t, g, where="mid", color="0.55", lw=1, ls=":", label="$|g_t|$")
    for alpha, color, style in (
        (0.1, "C0", "-"),
        (0.9, "C1", "--"),
        (0.99, "C2", "-."),
    ):
        v, roots, steps = 0.0, [], []
        for step, gradient in zip(t, g, strict=True):
            moved, v = rmsprop_warm_start(
                0.0, gradient, v, step, lr=1, alpha=alpha
            )
            roots.append(np.sqrt(v))
            steps.append(-moved)
        label = f"$\\alpha={alpha}$"
        axes[0].semilogy(t, roots, style, color=color, label=label)
        axes[1].semilogy(t, steps, style, color=color)
    for x, name in ((20, "flat"), (60, "steep"), (115, "flat")):
        axes[1].text(x, 16, text[name], ha="center")
    for ax in axes:
        ax.axvspan(40.5, 80.5, color="0.55", alpha=0.12, lw=0)
    axes[0].set(ylabel=text["sigma"], ylim=(0.06, 25))
    axes[0].legend(loc="upper left")
    axes[1].set(ylabel=text["step"], xlabel=text["t"], xlim=(1, 150))
    axes[1].set(ylim=(0.008, 40))
    return fig
