# kind: figure
"""Where ridge regression goes, as the penalty grows."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models import Ridge

TEXT = {
    "zh": {"free": "最小二乘", "zero": "$\\lambda\\to\\infty$"},
    "en": {"free": "least squares", "zero": "$\\lambda\\to\\infty$"},
}


def draw(lang):
    text = TEXT[lang]
    rng = np.random.default_rng(3)
    a = rng.standard_normal(40)
    X = np.column_stack([a, a + 0.45 * rng.standard_normal(40)])
    X -= X.mean(axis=0)
    t = X @ [0.4, 2.0] + 0.5 * rng.standard_normal(40)
    t -= t.mean()
    best = Ridge(0).fit(X, t).w_
    w1, w2 = np.meshgrid(
        np.linspace(-0.7, 1.9, 140), np.linspace(-0.4, 2.8, 140)
    )
    d = np.stack([w1 - best[0], w2 - best[1]], axis=-1)
    rise = np.einsum("...i,ij,...j->...", d, X.T @ X, d)
    fig, ax = plt.subplots(figsize=(5.0, 4.6))
    levels = [0.6, 3, 10, 25, 60, 120]
    ax.contour(w1, w2, rise, levels, colors="0.55", linewidths=0.8)
    path = [Ridge(alpha).fit(X, t).w_ for alpha in np.logspace(-2, 4, 120)]
    ax.plot(*np.transpose([best, *path]), "-", color="C0", lw=2)
    for alpha, mark in ((1, "s"), (10, "^"), (100, "D")):
        w = Ridge(alpha).fit(X, t).w_
        ax.plot(*w, mark, ms=7, color="C0")
        ax.annotate(
            f"$\\lambda={alpha}$",
            w,
            (14, 2),
            textcoords="offset points",
            va="center",
        )
        circle = plt.Circle(
            (0, 0), np.linalg.norm(w), fill=False, color="C1", ls="--", lw=1
        )
        ax.add_patch(circle)
    ax.plot(*best, "*", ms=13, color="C4", zorder=4)
    ax.annotate(
        text["free"], best, (0, 12), textcoords="offset points", ha="center"
    )
    ax.plot(0, 0, "o", color="C1")
    ax.annotate(
        text["zero"], (0, 0), (-8, -6), textcoords="offset points", ha="right"
    )
    ax.set(xlabel="$w_1$", ylabel="$w_2$", xlim=(-0.7, 1.9), ylim=(-0.4, 2.8))
    ax.set_aspect("equal")
    return fig
