# kind: figure
"""ReLU keeps one half of the mean square, and one half of the slopes."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "u": "输入 $u$",
        "lost": "丢掉的一半",
        "kept": "留下的一半",
        "y": "$u^2$ 乘以 $u$ 的密度",
    },
    "en": {
        "u": "input $u$",
        "lost": "the half lost",
        "kept": "the half kept",
        "y": "$u^2$ times the density of $u$",
    },
}


def draw(lang):
    text = TEXT[lang]
    u = np.linspace(-4, 4, 401)
    share = u**2 * np.exp(-(u**2) / 2) / np.sqrt(2 * np.pi)
    fig, ax = plt.subplots(figsize=(4.6, 2.9))
    left = u <= 0
    ax.fill_between(u[left], share[left], color="C1", alpha=0.2, lw=0)
    ax.plot(u[left], share[left], "--", color="C1")
    ax.fill_between(u[~left], share[~left], color="C0", alpha=0.6, lw=0)
    ax.plot(u[~left], share[~left], color="C0")
    for x, word in ((-2.15, "lost"), (2.15, "kept")):
        color = "C1" if word == "lost" else "C0"
        ax.text(x, 0.335, text[word], color=color, ha="center", va="bottom")
    ax.set(xlabel=text["u"], ylabel=text["y"], ylim=(0, 0.4), yticks=[])
    return fig
