# kind: figure
"""The eights that the nearest mean reads as ones."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def draw(lang):
    X, t = load_digits(return_X_y=True)
    parts = train_test_split(X, t, test_size=0.25, stratify=t, random_state=0)
    X_train, X_test, t_train, t_test = parts
    mu = np.array([X_train[t_train == c].mean(axis=0) for c in range(10)])
    y = ((X_test[:, None, :] - mu) ** 2).sum(axis=-1).argmin(axis=-1)
    eights = X_test[(t_test == 8) & (y == 1)]
    images = [*eights, mu[8], mu[1]]
    titles = [*("8" for _ in eights), r"$\mu_8$", r"$\mu_1$"]
    fig, axes = plt.subplots(1, len(images), figsize=(5.6, 1.1))
    for ax, image, title in zip(axes.flat, images, titles, strict=True):
        ax.imshow(image.reshape(8, 8), vmin=0, vmax=16)
        ax.set_title(title)
        ax.axis("off")
    return fig
