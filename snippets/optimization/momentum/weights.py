# kind: figure
"""How much each earlier gradient counts in the movement, for three mu."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {"age": "梯度有多旧（步）", "weight": "权重 $\\mu^{t-i}$"},
    "en": {
        "age": "age of the gradient (steps)",
        "weight": "weight $\\mu^{t-i}$",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(3, 1, figsize=(5.6, 4.4), sharex=True)
    age = np.arange(30)
    for ax, mu, color in zip(axes, (0.5, 0.9, 0.99), "012", strict=True):
        ax.bar(age, mu**age, color=f"C{color}", width=0.8)
        total = f"$\\mu={mu}$,  $1/(1-\\mu)={1 / (1 - mu):.0f}$"
        ax.set_title(total, loc="right", y=0.72 if mu < 0.95 else 1.0)
        ax.set(ylim=(0, 1.05), yticks=[0, 1])
    axes[1].set_ylabel(text["weight"])
    axes[2].set_xlabel(text["age"])
    return fig
