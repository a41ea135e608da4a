# kind: figure
"""Digits of the training set in chalk, of the test set in ink."""

import matplotlib.pyplot as plt
from sklearn.datasets import load_digits

TEXT = {
    "zh": {"chalk": "训练：粉笔", "ink": "测试：墨水"},
    "en": {"chalk": "training: chalk", "ink": "test: ink"},
}


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 6, figsize=(4.8, 2.1))
    images = load_digits().images
    for row, name in enumerate(("chalk", "ink")):
        for k, ax in enumerate(axes[row]):
            image = images[k + 6 * row]
            ax.imshow(
                image if name == "chalk" else 16 - image, cmap="gray", vmax=16
            )
            ax.set(xticks=[], yticks=[])
        axes[row][0].set_title(text[name], loc="left", fontsize=10.5)
    return fig
