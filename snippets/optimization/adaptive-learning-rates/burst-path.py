# kind: figure
"""The path with its bursts, and Adagrad's beside it."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim import adagrad, rms_normalized_sgd

TEXT = {
    "zh": {"rms": "全部梯度的均方根，$\\eta=1$", "sum": "Adagrad，$\\eta=10$"},
    "en": {
        "rms": "RMS of all gradients, $\\eta=1$",
        "sum": "Adagrad, $\\eta=10$",
    },
}
X = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
T = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591], float)
A = np.column_stack([np.ones(10), X])


def path(rule, steps, clock, **options):
    theta, s = np.array([-120.0, -4.0]), np.zeros(2)
    found = [theta]
    for t in range(1, steps + 1):
        g = 2 * A.T @ (A @ theta - T)
        theta, s = rule(theta, g, s, *[t] * clock, eps=0, **options)
        found.append(theta)
    return np.array(found)


def draw(lang):
    text = TEXT[lang]
    best = np.linalg.lstsq(A, T, rcond=None)[0]
    b, w = np.meshgrid(np.linspace(-205, -105, 80), np.linspace(-5, 10, 80))
    errors = b[..., None] + w[..., None] * np.array(X) - T
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 5.6), sharex=True)
    for ax, name, way, color in (
        (axes[0], "rms", path(rms_normalized_sgd, 4000, True, lr=1.0), "C1"),
        (axes[1], "sum", path(adagrad, 4000, False, lr=10.0), "C0"),
    ):
        ax.contour(
            b,
            w,
            np.log10((errors**2).sum(-1)),
            [5.5, 6, 6.5, 7, 7.5],
            colors="0.55",
            linewidths=0.7,
        )
        ax.plot(*way.T, color=color, lw=1)
        ax.plot(*way[0], "o", color=color, ms=5)
        ax.plot(*best, "*", color="C4", ms=11, zorder=4)
        ax.set(title=text[name], ylabel="$w$", ylim=(-5, 10))
    axes[1].set(xlabel="$b$", xlim=(-205, -105))
    return fig
