# kind: figure
"""The first twenty samples."""

import matplotlib.pyplot as plt
from sklearn.datasets import load_digits


def draw(lang):
    X, t = load_digits(return_X_y=True)
    fig, axes = plt.subplots(2, 10, figsize=(5.6, 1.6))
    for ax, image, title in zip(axes.flat, X[:20], t[:20], strict=True):
        ax.imshow(image.reshape(8, 8), vmin=0, vmax=16)
        ax.set_title(title)
        ax.axis("off")
    return fig
