# kind: figure
"""The mean of each class of the training set."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def draw(lang):
    X, t = load_digits(return_X_y=True)
    parts = train_test_split(X, t, test_size=0.25, stratify=t, random_state=0)
    X_train, _, t_train, _ = parts
    mu = np.array([X_train[t_train == c].mean(axis=0) for c in range(10)])
    fig, axes = plt.subplots(2, 5, figsize=(5.6, 2.6))
    for ax, image, title in zip(axes.flat, mu, range(10), strict=True):
        ax.imshow(image.reshape(8, 8), vmin=0, vmax=16)
        ax.set_title(title)
        ax.axis("off")
    return fig
