# kind: figure
"""The test set in the plane of the two main directions of the training set."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def draw(lang):
    X, t = load_digits(return_X_y=True)
    parts = train_test_split(X, t, test_size=0.25, stratify=t, random_state=0)
    X_train, X_test, _, t_test = parts
    center = X_train.mean(axis=0)
    Vt = np.linalg.svd(X_train - center, full_matrices=False)[2]
    Z = (X_test - center) @ Vt[:2].T
    fig, ax = plt.subplots(figsize=(5.6, 4.6))
    for c in range(10):
        marker, colour = f"${c}$", f"C{c % 5}"
        ax.scatter(
            *Z[t_test == c].T, s=60, c=colour, marker=marker, linewidths=0.3
        )
    ax.set_xlabel("$z_1$")
    ax.set_ylabel("$z_2$")
    return fig
