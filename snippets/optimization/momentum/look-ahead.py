# kind: figure
"""Where each method asks for the gradient: here, or where momentum leads."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "momentum": "动量：在原地求梯度",
        "nesterov": "Nesterov：先看一步",
        "far": "冲上对面的坡",
        "near": "提前转弯",
    },
    "en": {
        "momentum": "momentum: gradient here",
        "nesterov": "Nesterov: gradient ahead",
        "far": "up the other wall",
        "near": "turns in time",
    },
}
CURVATURE = np.array([0.25, 1.5])
THETA, LAST = np.array([-2.6, 0.9]), np.array([1.5, -1.6])
LR, MU = 0.5, 0.9


def arrow(ax, start, move, color, style):
    arrow = {"arrowstyle": "-|>", "color": color, "ls": style, "lw": 1.8}
    arrow |= {"shrinkA": 0, "shrinkB": 0, "mutation_scale": 12}
    ax.annotate("", start + move, start, arrowprops=arrow)


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.0, 6.2), sharex=True)
    x, y = np.meshgrid(np.linspace(-3.4, 1.2, 80), np.linspace(-1.6, 1.5, 60))
    loss = (CURVATURE[0] * x**2 + CURVATURE[1] * y**2) / 2
    for ax, name in zip(axes, ("momentum", "nesterov"), strict=True):
        levels = [0.03, 0.15, 0.4, 0.8, 1.4, 2.2]
        ax.contour(x, y, loss, levels, colors="0.55", linewidths=0.6)
        ahead = THETA + MU * LAST
        asked = THETA if name == "momentum" else ahead
        step = -LR * CURVATURE * asked
        end = ahead + step
        arrow(ax, THETA, MU * LAST, "C2", "-.")
        arrow(ax, asked, step, "C1", "--")
        arrow(ax, THETA, end - THETA, "C0", "-")
        ax.plot(*asked, "s", color="C1", ms=7)
        ax.plot(*THETA, "o", color="C0", ms=6)
        ax.plot(*end, "o", color="C0", ms=6, mfc="none")
        ax.plot(0, 0, "*", ms=11, color="C4", zorder=4)
        middle = THETA + MU * LAST / 2
        first = name == "momentum"
        labels = (
            "$\\mu m_{t-1}$",
            middle,
            (8, 6) if first else (-48, -12),
            "C2",
        )
        spots = [labels, ("$-\\eta g_t$", asked + step / 2, (8, 0), "C1")]
        spots.append(
            ("$m_t$", (THETA + end) / 2, (-26, -12) if first else (4, 8), "C0")
        )
        for word, place, offset, color in spots:
            ax.annotate(
                word, place, offset, textcoords="offset points", color=color
            )
        ax.set(title=text[name], ylabel="$\\theta_2$")
        ax.set(xlim=(-3.4, 1.2), ylim=(-1.6, 1.5))
    axes[1].set_xlabel("$\\theta_1$")
    return fig
