# kind: figure
"""Three temperatures for the same logits, and the gradient by the logits."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import CrossEntropyLoss, softmax

EXPLORER = "softmax"
TEXT = {
    "zh": ("类别", "概率", "预测 $y_k$", "目标 $t_k$"),
    "en": ("class", "probability", "prediction $y_k$", "target $t_k$"),
}
Z, TRUE = [3.0, 1.0, -3.0], 1


def numbers(z, temperature, true):
    """Probabilities, entropy, loss, and its gradient by z (not by z/T)."""
    z, loss = np.array([z]) / temperature, CrossEntropyLoss()
    y = softmax(z)[0]
    some = y[y > 0]
    return {
        "y": y,
        "entropy": -np.sum(some * np.log(some)),
        "loss": loss.forward(z, np.array([true])),
        "delta": loss.backward()[0] / temperature,
    }


def explore():
    return {"z": Z, "T": 1, "true": TRUE + 1}


def draw(lang):
    xlabel, ylabel, said, meant = TEXT[lang]
    fig, axes = plt.subplots(1, 2, figsize=(5.6, 3.9), sharey=True)
    place, t = np.arange(1, 4), np.eye(3)[TRUE]
    for ax, temperature in zip(axes, (0.5, 4), strict=True):
        found = numbers(Z, temperature, TRUE)
        ax.bar(place, found["y"], 0.5, color="C0", alpha=0.55, label=said)
        ax.plot(place, t, "s", color="C2", ms=8, label=meant)
        for k in range(3):
            y, delta = found["y"][k], found["delta"][k]
            if abs(y - t[k]) > 0.05:
                look = {"arrowstyle": "-|>", "color": "C1", "lw": 1.8}
                ax.annotate("", (k + 1, t[k]), (k + 1, y), arrowprops=look)
            words = f"{delta:+.2f}".replace("-", "−")
            ax.text(k + 1, -0.17, words, color="C1", ha="center")
        ax.set(title=f"$T = {temperature}$", xlabel=xlabel, xticks=place)
        ax.set(xlim=(0.4, 3.6), ylim=(-0.22, 1.08), yticks=[0, 0.5, 1])
        ax.grid(axis="y", lw=0.5)
    axes[0].set(ylabel=ylabel)
    names = axes[0].get_legend_handles_labels()
    fig.legend(*names, loc="outside lower center", ncols=2)
    return fig
