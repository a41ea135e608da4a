# kind: figure
"""The widest band between two classes, with a hard and a soft margin."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models import DualSVM

TEXT = {
    "zh": {
        "hard": "$C=\\infty$：谁也不许进",
        "soft": "$C=0.1$：进来要付钱",
        "support": "支持向量",
    },
    "en": {
        "hard": "$C=\\infty$: nobody inside",
        "soft": "$C=0.1$: inside costs",
        "support": "support vectors",
    },
}


def draw(lang):
    text = TEXT[lang]
    rng = np.random.default_rng(5)
    t = np.repeat([-1, 1], 16)
    X = rng.normal(size=(32, 2)) + np.outer(t, [1.5, 1.1])
    X = X + np.outer(t, [0.8, 0.4])
    fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.9), sharex=True, sharey=True)
    cases = ((axes[0], "hard", np.inf), (axes[1], "soft", 0.1))
    for ax, title, C in cases:
        model = DualSVM(C, tol=1e-9).fit(X, t)
        for level, style in ((-1, ":"), (0, "-"), (1, ":")):
            w, b = model.w_, model.b_ - level
            foot = -b * w / (w @ w)
            ax.axline(foot, foot + w[::-1] * [-1, 1], ls=style, color="C0")
        for sign, mark, color in ((-1, "^", "C1"), (1, "o", "C2")):
            ax.plot(*X[t == sign].T, mark, ms=5, color=color)
        rings = X[model.support_].T
        ax.plot(
            *rings, "o", ms=11, mfc="none", color="C3", label=text["support"]
        )
        ax.set(
            title=text[title], xlabel="$x_1$", xlim=(-5, 5), ylim=(-4.2, 4.2)
        )
    axes[0].set_ylabel("$x_2$")
    fig.legend(*axes[0].get_legend_handles_labels(), loc="outside upper center")
    return fig
