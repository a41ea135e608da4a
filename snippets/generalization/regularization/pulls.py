# kind: figure
"""The pull of both penalties, and what they leave of a weight."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "pull": "惩罚的梯度",
        "weight": "权重 $w$",
        "left": "剩下的 $w$",
        "before": "没有惩罚时的最优权重 $w^\\circ$",
    },
    "en": {
        "pull": "gradient of the penalty",
        "weight": "weight $w$",
        "left": "what is left",
        "before": "best weight without penalty $w^\\circ$",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.6, 6.0))
    w = np.linspace(-2, 2, 201)
    above.plot(w, 0.5 * w, "--", color="C0", lw=1.8, label="L2")
    above.plot([-2, 0], [-0.5, -0.5], "-", color="C1", lw=1.8, label="L1")
    above.plot([0, 2], [0.5, 0.5], "-", color="C1", lw=1.8)
    above.plot([0, 0], [-0.5, 0.5], ":", color="C1", lw=1.8)
    above.set(xlabel=text["weight"], ylabel=text["pull"])
    below.plot(w, w / 1.5, "--", color="C0", lw=1.8, label="L2")
    soft = w - np.clip(w, -0.5, 0.5)
    below.plot(w, soft, "-", color="C1", lw=1.8, label="L1")
    below.plot(w, w, ":", color="0.55", lw=1)
    below.set(xlabel=text["before"], ylabel=text["left"])
    for ax in (above, below):
        ax.axhline(0, color="0.55", lw=0.8)
        ax.axvline(0, color="0.55", lw=0.8)
        ax.legend()
    return fig
