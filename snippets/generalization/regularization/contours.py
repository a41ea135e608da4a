# kind: figure
"""Where the loss of two weights touches a ball and a diamond."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {"ball": "L2：圆", "diamond": "L1：菱形"},
    "en": {"ball": "L2: a ball", "diamond": "L1: a diamond"},
}
BEST = np.array([1.6, 0.6])  # without a penalty
H = np.array([[1.0, 0.5], [0.5, 1.2]])  # curvatures
PENALTY = {"ball": 0.9, "diamond": 1.2}


def loss(w):
    d = w - BEST
    return np.einsum("...i,ij,...j->...", d, H, d) / 2


def penalized(kind):
    """The best weights with the penalty."""
    strength = PENALTY[kind]
    if kind == "ball":
        return np.linalg.solve(H + strength * np.eye(2), H @ BEST)
    w = np.zeros(2)
    for _ in range(500):
        v = w - 0.5 * H @ (w - BEST)
        w = v - np.clip(v, -0.5 * strength, 0.5 * strength)
    return w


def draw(lang):
    fig, axes = plt.subplots(2, 1, figsize=(4.6, 6.6), sharex=True)
    grid = np.linspace(-1.0, 2.6, 160)
    W = np.stack(np.meshgrid(grid, grid), axis=-1)
    for ax, kind in zip(axes, PENALTY, strict=True):
        found = penalized(kind)
        level = loss(found)
        levels = level * np.array([0.1, 0.4, 1.0, 2.0])
        ax.contour(grid, grid, loss(W), levels, colors="C0", linewidths=1.2)
        if kind == "ball":
            around = np.linspace(0, 2 * np.pi, 100)
            x, y = np.hypot(*found) * np.array([np.cos(around), np.sin(around)])
        else:
            x, y = np.abs(found).sum() * np.array(
                [[1, 0, -1, 0, 1], [0, 1, 0, -1, 0]]
            )
        ax.fill(x, y, color="C1", alpha=0.35, lw=0)
        ax.plot(x, y, "-", color="C1", lw=1.4)
        ax.plot(*BEST, "*", color="C0", ms=12)
        ax.plot(*found, "o", color="C3", ms=8)
        ax.axhline(0, color="0.55", lw=0.8, ls="-")
        ax.axvline(0, color="0.55", lw=0.8, ls="-")
        ax.set(xlim=(-1.0, 2.6), ylim=(-1.0, 1.9), aspect="equal")
        ax.set(title=TEXT[lang][kind], ylabel="$w_2$")
    axes[1].set_xlabel("$w_1$")
    return fig
