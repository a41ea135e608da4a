# kind: figure
"""Minimum, maximum and saddle: surfaces, and from above with eigenvectors."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": ["最小值", "最大值", "鞍点"],
    "en": ["minimum", "maximum", "saddle"],
}
TURN = np.pi / 6  # of the axes of each surface
EIGENVALUES = [(2.0, 0.7), (-2.0, -0.7), (2.0, -1.2)]


def draw(lang):
    fig = plt.figure(figsize=(6.6, 4.6), layout="none")
    grid = np.linspace(-1, 1, 25)
    x, y = np.meshgrid(grid, grid)
    c, s = np.cos(TURN), np.sin(TURN)
    for i, (name, values) in enumerate(
        zip(TEXT[lang], EIGENVALUES, strict=True)
    ):
        along, across = c * x + s * y, -s * x + c * y
        loss = (values[0] * along**2 + values[1] * across**2) / 2
        ax = fig.add_axes((i / 3, 0.5, 0.33, 0.45), projection="3d")
        ax.plot_surface(
            x, y, loss, cmap=None, color="C0", alpha=0.6, rasterized=True
        )
        ax.plot([0], [0], [0], "o", color="C1", zorder=9)
        ax.set_axis_off()
        ax.set_title(name, y=0.95)
        ax.view_init(elev=28, azim=-60)
        ax = fig.add_axes((0.035 + i / 3, 0.02, 0.27, 0.43))
        levels = np.linspace(-1.6, 1.6, 17)
        ax.contour(x, y, loss, levels, colors="0.55", linewidths=0.7)
        for value, u in zip(values, [(c, s), (-s, c)], strict=True):
            color = "C0" if value > 0 else "C1"
            for sign in (-1, 1):
                tip = sign * np.array(u) * 0.75
                ends = ((0, 0), tip) if value < 0 else (tip, (0, 0))
                arrow = {"arrowstyle": "->", "color": color, "lw": 1.6}
                arrow |= {"shrinkA": 0, "shrinkB": 0}
                ax.annotate("", ends[1], ends[0], arrowprops=arrow)
            ax.annotate(
                f"$\\lambda={value:g}$",
                np.array(u) * 0.8,
                color=color,
                ha="center",
                va="center",
                bbox={"fc": ax.get_facecolor(), "ec": "none", "pad": 1},
            )
        ax.set(xlim=(-1, 1), ylim=(-1, 1), xticks=[], yticks=[])
        ax.set_aspect("equal")
    return fig
