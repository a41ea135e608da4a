# kind: figure
"""Gradient, last movement and movement: four steps of momentum in a bowl."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim import momentum

TEXT = {
    "zh": {
        "gradient": "梯度一步 $-\\eta g_t$",
        "last": "剩下的移动 $\\mu m_{t-1}$",
        "movement": "移动 $m_t$：两者之和",
    },
    "en": {
        "gradient": "gradient step $-\\eta g_t$",
        "last": "what is left, $\\mu m_{t-1}$",
        "movement": "movement $m_t$, their sum",
    },
}
CURVATURE = np.array([0.3, 1.6])
LR, MU = 0.45, 0.6


def arrow(ax, start, move, color, style, label):
    ax.annotate(
        "",
        start + move,
        start,
        arrowprops={"arrowstyle": "-|>", "color": color, "ls": style, "lw": 1.6}
        | {"shrinkA": 0, "shrinkB": 0, "mutation_scale": 11},
    )
    ax.plot([], [], color=color, ls=style, label=label)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 3.9))
    x, y = np.meshgrid(np.linspace(-4.6, 1, 80), np.linspace(-1.3, 2.2, 60))
    loss = (CURVATURE[0] * x**2 + CURVATURE[1] * y**2) / 2
    levels = [0.05, 0.3, 0.9, 1.8, 3, 4.6]
    ax.contour(x, y, loss, levels, colors="0.55", linewidths=0.6)
    w, m = np.array([-4.2, 1.8]), np.zeros(2)
    for t in range(4):
        g = CURVATURE * w
        labels = text.values() if t == 0 else [None] * 3
        new, moved = momentum(w, g, m, lr=LR, momentum=MU)
        parts = (
            (-LR * g, "C1", "--"),
            (MU * m, "C2", "-."),
            (moved, "C0", "-"),
        )
        for (move, color, style), label in zip(parts, labels, strict=True):
            if np.abs(move).any():
                arrow(ax, w, move, color, style, label)
            else:
                ax.plot([], [], color=color, ls=style, label=label)
        ax.plot(*w, "o", color="C0", ms=5)
        w, m = new, moved
    ax.plot(*w, "o", color="C0", ms=5)
    ax.plot(0, 0, "*", ms=11, color="C4", zorder=4)
    ax.set(xlabel="$\\theta_1$", ylabel="$\\theta_2$")
    ax.set(xlim=(-4.6, 1), ylim=(-1.3, 2.2))
    ax.legend(loc="upper right", handlelength=2.4)
    return fig
