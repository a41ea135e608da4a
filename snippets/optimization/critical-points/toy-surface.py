# kind: figure
"""The loss of the toy network over both weights, and the way off its saddle."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.analysis import toy_gradient, toy_hessian, toy_loss

TEXT = {
    "zh": {
        "minima": "最小值（$w_1w_2=1$）",
        "saddle": "鞍点",
        "escape": "沿 $u$ 走一步",
        "descent": "再做梯度下降",
    },
    "en": {
        "minima": "minima ($w_1w_2=1$)",
        "saddle": "saddle",
        "escape": "a step along $u$",
        "descent": "then gradient descent",
    },
}


def draw(lang):
    text = TEXT[lang]
    grid = np.linspace(-2.2, 2.2, 60)
    w = np.stack(np.meshgrid(grid, grid))
    fig, ax = plt.subplots(figsize=(5.6, 5))
    levels = [0.05, 0.25, 0.6, 1, 1.6, 2.6, 4.5, 8, 14]
    lines = ax.contour(*w, toy_loss(w), levels, colors="0.55", linewidths=0.7)
    ax.clabel(lines, fmt="%g", fontsize=8)
    curve = np.linspace(0.45, 2.2, 60)
    for sign in (1, -1):
        label = text["minima"] if sign > 0 else None
        ax.plot(sign * curve, sign / curve, "--", color="C2", lw=2, label=label)
    u = np.linalg.eigh(toy_hessian(np.zeros(2)))[1]
    u = u[:, 0] * np.sign(u[0, 0])
    at = 0.4 * u
    path = [at]
    for _ in range(25):
        path.append(path[-1] - 0.1 * toy_gradient(path[-1]))
    arrow = {"arrowstyle": "-|>", "color": "C1", "lw": 2, "shrinkA": 0}
    ax.annotate("", at, (0, 0), arrowprops=arrow | {"shrinkB": 0}, zorder=5)
    ax.plot([], [], "-", color="C1", lw=2, label=text["escape"])
    ax.plot(
        *np.array(path).T,
        "-.",
        marker=".",
        color="C0",
        lw=1,
        ms=6,
        label=text["descent"],
    )
    ax.plot(0, 0, "s", color="C1", zorder=6)
    ax.annotate(
        text["saddle"], (0, 0), (-8, 9), textcoords="offset points", ha="right"
    )
    ax.set(xlabel="$w_1$", ylabel="$w_2$", xlim=(-2.2, 2.2), ylim=(-2.2, 2.2))
    ax.set_aspect("equal")
    ax.legend(loc="upper left", bbox_to_anchor=(0, 1.17), ncols=2)
    return fig
