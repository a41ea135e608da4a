# kind: figure
"""Where the second point may lie so that the two distances separate XOR."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.preprocessing import distance_features

TEXT = {
    "zh": {"first": "第一个点", "second": "第二个点可以在的地方"},
    "en": {"first": "first point", "second": "where the second may lie"},
}
X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])


def side(a, b, p):
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])


def separable(first, second):
    """For each row of second: whether the mapped diagonals do not meet."""
    near = distance_features(X, [first])[:, 0]
    far = distance_features(X, second)
    a, c, d, b = (
        (np.full(len(second), n), f) for n, f in zip(near, far, strict=True)
    )
    return ~(
        (side(a, b, c) * side(a, b, d) <= 0)
        & (side(c, d, a) * side(c, d, b) <= 0)
    )


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(1, 2, figsize=(5.6, 3.2), sharey=True)
    u = np.linspace(-0.5, 1.5, 321)
    grid = np.stack(np.meshgrid(u, u), axis=-1).reshape(-1, 2)
    for ax, first in zip(axes, ([0.0, 0.0], [0.2, 0.6]), strict=True):
        good = separable(first, grid).reshape(321, 321)
        ax.contourf(u, u, good, [0.5, 1.5], colors=["C2"], alpha=0.4)
        ax.plot(*X[[0, 3]].T, "o", ms=7, color="C0")
        ax.plot(*X[[1, 2]].T, "s", ms=7, color="C1")
        ax.plot(*first, "x", ms=11, mew=2.5, color="C4", label=text["first"])
        ax.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), xlabel="$x_1$")
        ax.set(xticks=(0, 1), yticks=(0, 1))
        ax.set_aspect("equal")
    axes[0].set_ylabel("$x_2$")
    patch = plt.Rectangle((0, 0), 1, 1, color="C2", alpha=0.4)
    handles, names = axes[0].get_legend_handles_labels()
    fig.legend(
        [*handles, patch],
        [*names, text["second"]],
        loc="outside upper center",
        ncols=2,
    )
    return fig
