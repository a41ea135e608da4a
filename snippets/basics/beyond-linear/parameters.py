# kind: figure
"""What w, b and c do to c times the sigmoid of b + w x."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import sigmoid

TEXT = {
    "zh": {"w": "$w$：陡缓", "b": "$b$：左右", "c": "$c$：高低"},
    "en": {"w": "$w$: slope", "b": "$b$: shift", "c": "$c$: height"},
}
CASES = {"w": (0.5, 1, 4), "b": (-3, 0, 3), "c": (-1, 1, 2)}


def draw(lang):
    text = TEXT[lang]
    x = np.linspace(-6, 6, 300)
    fig, axes = plt.subplots(3, 1, figsize=(5.2, 7), sharex=True)
    for ax, (name, values) in zip(axes, CASES.items(), strict=True):
        for value, style in zip(values, (":", "-", "--"), strict=True):
            p = {"w": 1, "b": 0, "c": 1} | {name: value}
            y = p["c"] * sigmoid(p["b"] + p["w"] * x)
            ax.plot(x, y, style, label=f"${name}={value}$", lw=2.2)
        ax.set(title=text[name], ylabel="$y$")
        ax.legend(loc="upper left" if name == "c" else "center left")
    axes[-1].set_xlabel("$x$")
    return fig
