# kind: figure
"""XOR: the diagonals cross, so no line has both ends of each on one side."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {"zero": "$t=0$", "one": "$t=1$", "side": "判为 1", "bad": "错"},
    "en": {"zero": "$t=0$", "one": "$t=1$", "side": "says 1", "bad": "wrong"},
}
ZERO, ONE = np.array([[0, 0], [1, 1]]), np.array([[0, 1], [1, 0]])


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(1, 2, figsize=(5.6, 3.5), sharey=True)
    for ax in axes:
        ax.plot(*ZERO.T, "o", ms=10, color="C0", label=text["zero"])
        ax.plot(*ONE.T, "s", ms=10, color="C1", label=text["one"])
        ax.set(xlim=(-0.35, 1.35), ylim=(-0.35, 1.35), xlabel="$x_1$")
        ax.set(xticks=(0, 0.5, 1), yticks=(0, 0.5, 1))
        ax.set_aspect("equal")
    left, right = axes
    left.set_ylabel("$x_2$")
    left.plot(*ZERO.T, "-", color="C0", lw=1.4, zorder=1)
    left.plot(*ONE.T, "--", color="C1", lw=1.4, zorder=1)
    left.plot(0.5, 0.5, "*", ms=11, color="C2")
    x = np.array([-0.35, 1.35])
    right.plot(x, 0.5 - x, "-", color="C2")
    right.fill_between(x, 0.5 - x, 1.35, color="C1", alpha=0.15, lw=0)
    right.text(0.5, 0.62, text["side"], ha="center", color="C1")
    right.plot(1, 1, "o", ms=19, mfc="none", mec="C2", mew=1.8)
    right.annotate(
        text["bad"],
        (1, 1),
        (0, 15),
        textcoords="offset points",
        ha="center",
        color="C2",
    )
    fig.legend(
        *left.get_legend_handles_labels(), loc="outside upper center", ncols=2
    )
    return fig
