# kind: figure
"""The loss over two weights, before and after standardizing the inputs."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "raw": "第二个输入大 6 倍，$\\kappa = 36$",
        "scaled": "标准化之后，$\\kappa = 1$",
    },
    "en": {
        "raw": "second input 6 times larger, $\\kappa = 36$",
        "scaled": "standardized, $\\kappa = 1$",
    },
}
SIZE, STEPS = 6, 12


def path(h, start):
    """Steps of gradient descent at the best rate, from the minimum's side."""
    eta, w = 2 / sum(h), [np.array(start)]
    for _ in range(STEPS):
        w.append(w[-1] * (1 - eta * np.array(h)))
    return np.array(w).T


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(4.6, 6.2), sharex=True)
    a, b = np.meshgrid(np.linspace(-1.6, 1.6, 121), np.linspace(-1, 1, 121))
    for ax, name, h in zip(
        axes, ("raw", "scaled"), ((1, SIZE**2), (1, 1)), strict=True
    ):
        loss = (h[0] * a**2 + h[1] * b**2) / 2
        levels = [0.02, 0.1, 0.3, 0.7, 1.3, 2.5, 5, 9]
        ax.contour(a, b, loss, levels, colors="0.6", linewidths=0.8)
        x, y = path(h, (-1.4, 0.6))
        ax.plot(x, y, "o-", color="C1", ms=4, lw=1.2)
        ax.plot(0, 0, "*", color="C0", ms=12)
        ax.set_aspect("equal")
        ax.set(title=text[name], ylabel="$w_2 - w_2^*$")
    axes[1].set_xlabel("$w_1 - w_1^*$")
    return fig
