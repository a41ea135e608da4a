# kind: figure
"""Successive halving of 27 candidates, drawn to scale."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

from chainrule.training import rungs

TEXT = {
    "zh": {
        "epochs": "轮（epoch）",
        "candidates": "候选",
        "area": "{n} 个 × {r} 轮 = {nr}",
    },
    "en": {
        "epochs": "epochs",
        "candidates": "candidates",
        "area": "{n} × {r} = {nr}",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 3.4))
    for k, (n, epochs) in enumerate(rungs(27, 1, 9, 3)):
        color = f"C{k}"
        look = {
            "facecolor": color,
            "edgecolor": color,
            "alpha": 0.35,
            "lw": 1.5,
        }
        ax.add_patch(Rectangle((0, 0), epochs, n, **look))
        label = text["area"].format(n=n, r=epochs, nr=n * epochs)
        ax.text(epochs + 0.15, n - 0.4, label, va="top", fontsize=11)
    ax.set(xlim=(0, 11.5), ylim=(0, 28), xlabel=text["epochs"])
    ax.set(ylabel=text["candidates"], xticks=[0, 1, 3, 9], yticks=[3, 9, 27])
    return fig
