# kind: figure
"""A line through targets of -1 and 1, and where it crosses zero."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models import LeastSquaresClassifier

TEXT = {
    "zh": {
        "four": "四个样本",
        "far": "再加一个，在 $x=22$",
        "x": "特征 $x$",
        "z": "得分 $z$，目标 $t$",
        "edge": "边界 {:.1f}",
    },
    "en": {
        "four": "four samples",
        "far": "one more, at $x=22$",
        "x": "feature $x$",
        "z": "score $z$, target $t$",
        "edge": "boundary {:.1f}",
    },
}


def draw(lang):
    text = TEXT[lang]
    X, t = np.array([[0.0], [1], [3], [4], [22]]), np.array([-1, -1, 1, 1, 1])
    fig, axes = plt.subplots(2, 1, figsize=(5.4, 4.8), sharex=True, sharey=True)
    for ax, count, title in zip(axes, (4, 5), ("four", "far"), strict=True):
        model = LeastSquaresClassifier().fit(X[:count], t[:count])
        ends = np.array([[-1.0], [24.0]])
        score, edge = model.decision_function(ends), -model.b_ / model.w_[0]
        ax.axhline(0, color="0.55", lw=0.8, ls="-")
        ax.plot(ends[:, 0], score, "-", color="C0")
        z = model.decision_function(X[:count])
        ax.vlines(X[:count], t[:count], z, color="C3", ls=":", lw=1.4)
        for sign, mark, color in ((-1, "^", "C1"), (1, "o", "C2")):
            mine = t[:count] == sign
            ax.plot(X[:count][mine], t[:count][mine], mark, color=color)
        ax.axvline(edge, color="C4", ls="--", lw=1.4)
        ax.text(edge + 0.4, -1.9, text["edge"].format(edge), color="C4")
        ax.set(
            title=text[title],
            ylabel=text["z"],
            ylim=(-2.3, 2.6),
            xlim=(-1, 24),
        )
    axes[1].set_xlabel(text["x"])
    return fig
