# kind: figure
"""Distances to (0, 0) and (1, 1): an ellipse there is a line here."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.preprocessing import distance_features

TEXT = {
    "zh": {
        "before": "变换前",
        "after": "变换后",
        "a": "到 $(0,0)$ 的距离 $x_1'$",
        "b": "到 $(1,1)$ 的距离 $x_2'$",
    },
    "en": {
        "before": "before",
        "after": "after",
        "a": "$x_1'$, distance to $(0,0)$",
        "b": "$x_2'$, distance to $(1,1)$",
    },
}
POINTS = np.array([[0.0, 0], [1, 1]])
OTHER = np.array([[0.0, 1], [1, 0]])
LEVEL = 1 + 0.5**0.5


def draw(lang):
    text = TEXT[lang]
    fig, (left, right) = plt.subplots(1, 2, figsize=(5.6, 3.1))
    x = np.linspace(-0.6, 1.6, 201)
    grid = np.stack(np.meshgrid(x, x), axis=-1).reshape(-1, 2)
    total = distance_features(grid, POINTS).sum(axis=1).reshape(201, 201)
    left.contour(x, x, total, [LEVEL], colors="C2", linewidths=1.8)
    left.contourf(x, x, total, [LEVEL, 9], colors=["C1"], alpha=0.15)
    left.plot(*POINTS.T, "o", ms=9, color="C0")
    left.plot(*OTHER.T, "s", ms=9, color="C1")
    left.set(title=text["before"], xlabel="$x_1$", ylabel="$x_2$")
    left.set(xlim=(-0.6, 1.6), ylim=(-0.6, 1.6), xticks=(0, 1), yticks=(0, 1))
    ends = np.array([-0.3, 2])
    right.plot(ends, LEVEL - ends, "-", color="C2")
    right.fill_between(ends, LEVEL - ends, 2, color="C1", alpha=0.15, lw=0)
    F, G = distance_features(POINTS, POINTS), distance_features(OTHER, POINTS)
    right.plot(*F.T, "o-", ms=9, lw=1.2, color="C0")
    right.plot(*G.T, "s", ms=9, color="C1")
    right.annotate(
        "$\\times 2$",
        G[0],
        (8, 6),
        textcoords="offset points",
        color="C1",
    )
    right.set(title=text["after"], xlabel=text["a"], ylabel=text["b"])
    right.set(xlim=(-0.3, 1.9), ylim=(-0.3, 1.9))
    right.set(xticks=(0, 1), yticks=(0, 1))
    for ax in (left, right):
        ax.set_aspect("equal")
    return fig
