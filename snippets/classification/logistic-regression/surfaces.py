# kind: figure
"""The two losses over the plane of two weights, and descents on both."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import sigmoid
from chainrule.scratch.optim import gradient_descent

TEXT = {
    "zh": ("负对数似然", "平方误差"),
    "en": ("cross-entropy", "squared error"),
}
START = np.array([-4.5, -3.0])


def samples():
    rng = np.random.default_rng(1)
    t = np.repeat([0, 1], 40)
    return rng.normal(size=(80, 2)) + 1.2 * (2 * t[:, None] - 1), t


def draw(lang):
    X, t = samples()
    side = np.linspace(-6, 6, 61)
    w = np.stack(np.meshgrid(side, side), -1)
    z = w @ X.T
    y = sigmoid(z)
    losses = (
        np.mean(np.logaddexp(0, z) - t * z, axis=-1),
        np.mean((y - t) ** 2, axis=-1),
    )

    def likely(w):
        return X.T @ (sigmoid(X @ w) - t) / 80

    def square(w):
        y = sigmoid(X @ w)
        return X.T @ (2 * (y - t) * y * (1 - y)) / 80

    fig, axes = plt.subplots(1, 2, figsize=(5.8, 3.5), sharey=True)
    for ax, title, loss, grad in zip(
        axes, TEXT[lang], losses, (likely, square), strict=True
    ):
        # lines at equal heights: where they are far apart, it is flat
        levels = np.linspace(loss.min(), loss.max(), 16)
        lines = ax.contour(
            side, side, loss, levels, colors="C0", linewidths=0.9
        )
        lines.set_linestyle("-")
        path = gradient_descent(grad, START, 1.0, 30)
        ax.plot(*path.T, "o-", color="C1", ms=3, lw=1.2)
        ax.plot(*START, "s", color="C1", ms=7)
        ax.set(title=title, xlabel="$w_1$", aspect="equal")
        ax.set(xlim=(-6, 6), ylim=(-6, 6), xticks=range(-6, 7, 3))
    axes[0].set(ylabel="$w_2$", yticks=range(-6, 7, 3))
    return fig
