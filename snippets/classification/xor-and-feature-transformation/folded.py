# kind: figure
"""What the hidden layer does to the plane: it folds it."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models.shallow.cascaded_logistic import encode, logits

TEXT = {
    "zh": {"before": "原来的特征", "after": "隐藏单元的输出"},
    "en": {"before": "the features", "after": "outputs of the hidden units"},
}
W, B = np.array([[-2.0, 2.0], [2.0, -2.0]]), np.array([-1.0, -1.0])
C, B0 = np.array([20.0, 20.0]), np.array(-13.2)
ZERO, ONE = np.array([[0.0, 0], [1, 1]]), np.array([[0.0, 1], [1, 0]])


def draw(lang):
    text = TEXT[lang]
    fig, (left, right) = plt.subplots(1, 2, figsize=(5.6, 3.2))
    u = np.linspace(-0.5, 1.5, 101)
    grid = np.stack(np.meshgrid(u, u), axis=-1).reshape(-1, 2)
    z = logits(grid, W, B, C, B0).reshape(101, 101)
    left.contourf(u, u, z, [0, 99], colors=["C1"], alpha=0.15)
    left.contour(u, u, z, [0], colors="C2", linewidths=1.8)
    for s in np.linspace(-0.5, 1.5, 9):
        for line, style in (
            (np.column_stack([np.full(101, s), u]), "-"),
            (np.column_stack([u, np.full(101, s)]), "--"),
        ):
            left.plot(*line.T, style, color="0.6", lw=0.6, zorder=0)
            mapped = encode(line, W, B).T
            right.plot(*mapped, style, color="0.6", lw=0.6, zorder=0)
    ends = np.array([-0.1, 1.1])
    right.plot(ends, 0.66 - ends, "-", color="C2")
    right.fill_between(ends, 0.66 - ends, 1.1, color="C1", alpha=0.15, lw=0)
    for points, mark, color in ((ZERO, "o", "C0"), (ONE, "s", "C1")):
        left.plot(*points.T, mark, ms=9, color=color)
        right.plot(*encode(points, W, B).T, mark, ms=9, color=color)
    for at, name, shift in (
        ((0.27, 0.27), "0.27, 0.27", (-44, -14)),
        ((0.05, 0.73), "0.05, 0.73", (10, 2)),
        ((0.73, 0.05), "0.73, 0.05", (-8, 12)),
    ):
        right.annotate(name, at, shift, textcoords="offset points", fontsize=9)
    left.set(title=text["before"], xlabel="$x_1$", ylabel="$x_2$")
    left.set(xticks=(0, 1), yticks=(0, 1), xlim=(-0.5, 1.5), ylim=(-0.5, 1.5))
    right.set(title=text["after"], xlabel="$a_1$", ylabel="$a_2$")
    right.set(xticks=(0, 1), yticks=(0, 1), xlim=(-0.05, 1), ylim=(-0.05, 1))
    for ax in (left, right):
        ax.set_aspect("equal")
    return fig
