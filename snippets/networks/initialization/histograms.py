# kind: figure
"""What tanh puts out in layers 1, 5 and 10, for three deviations."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {"layer": "第 {} 层", "std": "标准差 {}", "out": "输出 $y$"},
    "en": {"layer": "layer {}", "std": "deviation {}", "out": "output $y$"},
}
WIDTH, LAYERS, SAMPLES = 100, 10, 100
STDS, SHOWN = (0.01, 0.1, 1), (1, 5, 10)


def outputs(std):
    rng = np.random.default_rng(0)
    y, kept = rng.normal(size=(SAMPLES, WIDTH)), {}
    for layer in range(1, LAYERS + 1):
        y = np.tanh(y @ rng.normal(0, std, (WIDTH, WIDTH)).T)
        kept[layer] = y
    return kept


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(3, 3, figsize=(5.4, 4.8), sharex=True)
    bins = np.linspace(-1, 1, 42)
    for row, std, color in zip(axes, STDS, ("C1", "C2", "C3"), strict=True):
        kept = outputs(std)
        for ax, layer in zip(row, SHOWN, strict=True):
            values = kept[layer].ravel()
            ax.hist(values, bins, color=color)
            ax.set_yticks([])
            ax.set_xticks([-1, 0, 1])
        row[0].set_ylabel(text["std"].format(std))
    for ax, layer in zip(axes[0], SHOWN, strict=True):
        ax.set_title(text["layer"].format(layer))
    axes[2, 1].set_xlabel(text["out"])
    return fig
