# kind: figure
"""Twenty samples: full-batch steps and one epoch of single samples."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.data import Batches

TEXT = {
    "zh": {
        "full": "$B=20$，20 轮",
        "single": "$B=1$，1 轮",
        "bias": "$b$",
        "one": "全批的第 1 轮",
    },
    "en": {
        "full": "$B=20$, 20 epochs",
        "single": "$B=1$, 1 epoch",
        "bias": "$b$",
        "one": "full batch, epoch 1",
    },
}
RNG = np.random.default_rng(0)
X = RNG.uniform(-2, 2, 20)
T = 1 + 2 * X + RNG.normal(0, 0.5, 20)


def path(size, epochs, lr=0.05):
    theta, found = np.array([-1.0, -1.0]), [[-1.0, -1.0]]
    batches = Batches(20, size, seed=0)
    for _ in range(epochs):
        for rows in batches:
            error = theta[0] + theta[1] * X[rows] - T[rows]
            slope = np.array([error.mean(), (error * X[rows]).mean()])
            theta = theta - lr * 2 * slope
            found.append(theta)
    return np.array(found)


def draw(lang):
    text = TEXT[lang]
    b, w = np.meshgrid(np.linspace(-1.4, 2, 80), np.linspace(-1.5, 3.2, 80))
    error = b[..., None] + w[..., None] * X - T
    fig, ax = plt.subplots(figsize=(5, 4))
    levels = [0.4, 1, 2, 4, 7, 11, 16]
    mean = (error**2).mean(axis=2)
    ax.contour(b, w, mean, levels, colors="0.55", linewidths=0.7)
    full, single = path(20, 20), path(1, 1)
    ax.plot(*full.T, "o-", ms=4, lw=1.3, color="C0", label=text["full"])
    ax.plot(*single.T, "s--", ms=4, lw=1.1, color="C1", label=text["single"])
    ax.annotate(
        text["one"],
        full[1],
        (34, -12),
        textcoords="offset points",
        color="C0",
        arrowprops={"arrowstyle": "->", "color": "C0"},
    )
    best = np.linalg.lstsq(np.column_stack([np.ones(20), X]), T, rcond=None)[0]
    ax.plot(*best, "*", ms=12, color="C4", zorder=4)
    ax.set(xlabel=text["bias"], ylabel="$w$")
    ax.legend(loc="upper left")
    return fig
