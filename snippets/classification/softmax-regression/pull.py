# kind: figure
"""The gradient by the logits: prediction minus target."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": ("类别", "概率", "预测 $y_k$", "目标 $t_k$"),
    "en": ("class", "probability", "prediction $y_k$", "target $t_k$"),
}
Y, T = np.array([0.5, 0.2, 0.3]), np.array([0.0, 1.0, 0.0])


def draw(lang):
    xlabel, ylabel, said, meant = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.2, 3.4))
    place = np.arange(1, 4)
    ax.bar(place, Y, 0.5, color="C0", alpha=0.55, label=said)
    ax.plot(place, T, "s", color="C2", ms=9, label=meant)
    for k, y, t in zip(place, Y, T, strict=True):
        style = {"arrowstyle": "-|>", "color": "C1", "lw": 2}
        ax.annotate("", (k, t), (k, y), arrowprops=style)
        low = (y + t) / 2
        ax.text(
            k + 0.07, low, f"$\\delta = {y - t:+.1f}$", color="C1", va="center"
        )
    ax.set(xlabel=xlabel, ylabel=ylabel, xticks=place, ylim=(-0.06, 1.12))
    ax.set_xlim(0.5, 3.75)
    ax.grid(axis="y", lw=0.5)
    ax.legend(loc="upper right")
    return fig
