# kind: figure
"""Mean and standard deviation of each pixel."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits


def draw(lang):
    X, _ = load_digits(return_X_y=True)
    fig, axes = plt.subplots(1, 2, figsize=(5.6, 2.4))
    names = [r"$\bar x$", r"$\sigma$"]
    for ax, f, name in zip(axes, [np.mean, np.std], names, strict=True):
        shown = ax.imshow(f(X, axis=0).reshape(8, 8), vmin=0)
        ax.set_title(name)
        fig.colorbar(shown, ax=ax)
    return fig
