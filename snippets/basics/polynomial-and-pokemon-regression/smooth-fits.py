# kind: figure
"""One sample, degree 9, four strengths of the penalty."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models import Ridge
from chainrule.scratch.preprocessing import powers

TEXT = {
    "zh": {"truth": "真实曲线", "fit": "九次多项式", "y": "$t,\\ y$"},
    "en": {"truth": "the truth", "fit": "degree 9", "y": "$t,\\ y$"},
}


def draw(lang):
    text = TEXT[lang]
    rng = np.random.default_rng(8)
    x = rng.uniform(-1, 1, 12)
    t = np.sin(3 * x) + 0.3 * rng.standard_normal(12)
    grid = np.linspace(-1, 1, 400)
    fig, axes = plt.subplots(2, 2, figsize=(5.6, 4.6), sharex=True, sharey=True)
    strengths = ((0, "0"), (1e-3, "0.001"), (0.1, "0.1"), (10, "10"))
    for ax, (alpha, name) in zip(axes.flat, strengths, strict=True):
        model = Ridge(alpha).fit(powers(x, 9), t)
        ax.plot(grid, np.sin(3 * grid), "--", color="C2", label=text["truth"])
        y = model.predict(powers(grid, 9))
        ax.plot(grid, y, "-", color="C0", lw=2, label=text["fit"])
        ax.plot(x, t, "o", ms=5, color="C1", zorder=3)
        ax.set(title=f"$\\lambda={name}$", ylim=(-2.2, 2.2))
    axes[0, 0].legend(loc="upper left", fontsize=9)
    for ax in axes[1]:
        ax.set_xlabel("$x$")
    return fig
