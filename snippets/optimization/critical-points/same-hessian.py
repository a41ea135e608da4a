# kind: figure
"""Two surfaces with one Hessian at the origin: a minimum and a saddle."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": ["$x^2+y^4$：最小值", "$x^2-y^4$：鞍点"],
    "en": ["$x^2+y^4$: minimum", "$x^2-y^4$: saddle"],
}


def draw(lang):
    grid = np.linspace(-1.2, 1.2, 80)
    x, y = np.meshgrid(grid, grid)
    fig, axes = plt.subplots(1, 2, figsize=(6.6, 3.4), sharey=True)
    levels = [-1.2, -0.6, -0.2, -0.04, 0.04, 0.2, 0.6, 1.2, 2]
    for ax, sign, name in zip(axes, (1, -1), TEXT[lang], strict=True):
        loss = x**2 + sign * y**4
        lines = ax.contour(x, y, loss, levels, colors="0.55", linewidths=0.8)
        ax.clabel(lines, fmt="%g", fontsize=8)
        color = "C0" if sign > 0 else "C1"
        ax.axvline(0, color=color, ls="--", lw=1.4)
        ax.plot(0, 0, "o", color="C4", zorder=4)
        ax.set(title=name, xlabel="$x$")
        ax.set_aspect("equal")
    axes[0].set_ylabel("$y$")
    return fig
