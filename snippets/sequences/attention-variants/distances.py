# kind: figure
"""Dot products of positions by their distance."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.nn import sinusoidal_positions

TEXT = {
    "zh": {
        "x": "距离 $t - s$",
        "y": "点积 $p_s \\cdot p_t$，$s$ 处为 1",
        "size": "$d = {}$",
    },
    "en": {
        "x": "distance $t - s$",
        "y": "dot product $p_s \\cdot p_t$, 1 at $s$",
        "size": "$d = {}$",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 3.4))
    steps = np.arange(-60, 61)
    for size, style in ((16, ":"), (64, "--"), (512, "-")):
        p = sinusoidal_positions(201, size).numpy()
        product = p[100 + steps] @ p[100] / (size / 2)
        label = text["size"].format(size)
        ax.plot(steps, product, style, label=label)
    ax.set(xlabel=text["x"], ylabel=text["y"], ylim=(0, 1.05))
    ax.legend(loc="lower center", ncols=3, fontsize=11)
    return fig
