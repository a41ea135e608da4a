# kind: figure
"""The boundary of a perceptron after each of its mistakes."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models import Perceptron

TEXT = {
    "zh": {"title": "第 {} 次出错之后", "last": "第 {} 次之后：全对"},
    "en": {"title": "after mistake {}", "last": "after mistake {}: all right"},
}
X = np.array(
    [
        [1.0, 3],
        [2.4, 1.8],
        [3.6, 3.2],
        [0.8, 0.6],
        [-1, 1.4],
        [1.6, -1],
        [-1, -1],
    ]
)
t = np.array([1, 1, 1, -1, -1, -1, -1])


def draw(lang):
    text = TEXT[lang]
    path = Perceptron().fit(X, t).path_
    shown = np.unique(np.linspace(2, len(path) - 1, 4).round().astype(int))
    fig, axes = plt.subplots(2, 2, figsize=(5.6, 5.4), sharex=True, sharey=True)
    for ax, k in zip(axes.ravel(), shown, strict=True):
        (b, *w), (b0, *w0) = path[k], path[k - 1]
        added = np.all(
            np.isclose(np.abs(X), np.abs(path[k] - path[k - 1])[1:]), 1
        )
        for weights, bias, look in (
            (w0, b0, {"color": "0.55", "ls": ":"}),
            (w, b, {"color": "C0", "ls": "-"}),
        ):
            w1, w2 = weights
            foot = -bias / (w1**2 + w2**2) * np.array([w1, w2])
            ax.axline(foot, foot + np.array([-w2, w1]), lw=1.8, **look)
        for sign, mark, color in ((-1, "^", "C1"), (1, "o", "C2")):
            ax.plot(*X[t == sign].T, mark, ms=6, color=color)
        ax.plot(*X[added][:1].T, "o", ms=14, mfc="none", color="C3", mew=1.6)
        last = k == len(path) - 1
        ax.set(
            title=text["last" if last else "title"].format(k),
            xlim=(-2.2, 4.6),
            ylim=(-2.2, 4.2),
        )
    for ax in axes[1]:
        ax.set_xlabel("$x_1$")
    for ax in axes[:, 0]:
        ax.set_ylabel("$x_2$")
    return fig
