# kind: figure
"""What early stopping and ridge leave of the weights, over the curvature."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "curvature": "曲率 $\\eta h$",
        "kept": "保留的比例",
        "stopped": "走 {} 步",
        "ridge": "$\\lambda = 1/(\\eta k)$",
    },
    "en": {
        "curvature": "curvature $\\eta h$",
        "kept": "share that is kept",
        "stopped": "{} steps",
        "ridge": "$\\lambda = 1/(\\eta k)$",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 3.5))
    h = np.geomspace(1e-4, 1, 200)
    for color, k in (("C0", 10), ("C1", 100), ("C2", 1000)):
        label = text["stopped"].format(k)
        ax.plot(h, 1 - (1 - h) ** k, "-", color=color, lw=1.6, label=label)
        ridge = h / (h + 1 / k)
        same = text["ridge"] if k == 1000 else None
        ax.plot(h, ridge, "--", color=color, lw=1.2, label=same)
    ax.set(xscale="log", xlabel=text["curvature"], ylabel=text["kept"])
    ax.legend(fontsize=8.5)
    return fig
