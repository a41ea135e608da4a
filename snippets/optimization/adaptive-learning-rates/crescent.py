# kind: figure
"""A valley bent to a crescent, and two paths through it."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim import adagrad, rmsprop

TEXT = {
    "zh": {"steep": "同一方向，陡", "flat": "同一方向，平"},
    "en": {"steep": "this way, steep", "flat": "same way, flat"},
}


def loss(x, y):
    r = np.hypot(x, y)
    return 10 * (r - 2) ** 2 + 0.3 * (1 - y / r)


def gradient(p):
    x, y = p
    r = np.hypot(x, y)
    wall, floor = 20 * (r - 2) / r, 0.3 / r**3
    return np.array([wall * x + floor * x * y, wall * y - floor * x**2])


def path(rule, steps, **options):
    p, kept = np.array([-1.9, -1.25]), np.zeros(2)
    found = [p]
    for _ in range(steps):
        p, kept = rule(p, gradient(p), kept, **options)
        found.append(p)
    return np.array(found)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 5.4))
    x, y = np.meshgrid(np.linspace(-4, 1.6, 160), np.linspace(-2.4, 2.8, 150))
    levels = [0.02, 0.1, 0.25, 0.45, 0.8, 1.6, 3]
    ax.contour(x, y, loss(x, y), levels, colors="0.55", linewidths=0.7)
    for name, rule, color, style, options in (
        ("Adagrad", adagrad, "C0", "-", {"lr": 0.5}),
        ("RMSProp", rmsprop, "C1", "--", {"lr": 0.05, "alpha": 0.9}),
    ):
        way = path(rule, 300, **options)
        label = f"{name}, $\\eta={options['lr']:g}$"
        ax.plot(*way.T, style, color=color, lw=1.4, label=label)
        ax.plot(*way[::50].T, "o", color=color, ms=4)
    arrow = {"arrowstyle": "->", "lw": 1.6, "color": "C4"}
    for name, (x0, y0), (dx, dy) in (
        ("steep", (-3.9, 0), (0, 6)),
        ("flat", (-0.75, 2.5), (0, 6)),
    ):
        ax.annotate("", (x0 + 0.7, y0), (x0, y0), arrowprops=arrow)
        ax.annotate(
            text[name],
            (x0, y0),
            (dx, dy),
            textcoords="offset points",
            color="C4",
            fontsize="small",
        )
    ax.plot(0, 2, "*", ms=11, color="C4", zorder=4)
    ax.set(xlabel="$\\theta_1$", ylabel="$\\theta_2$")
    ax.set_aspect("equal")
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncol=2)
    return fig
