# kind: figure
"""Scores and weights of four words, as tables of colour."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "score": "分数 $A$",
        "weight": "权重 $A'$",
        "key": "键",
        "query": "查询",
    },
    "en": {
        "score": "scores $A$",
        "weight": "weights $A'$",
        "key": "key",
        "query": "query",
    },
}
WORDS = "I", "saw", "a", "saw"
X = np.array([[1, 0], [1, 1], [0, 1], [1, 1]])
Q = X @ np.array([[2, 0], [1, 1]]).T
K = X @ np.array([[0, 1], [1, 0]]).T


def draw(lang):
    text = TEXT[lang]
    scores = Q @ K.T
    weights = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    fig, axes = plt.subplots(1, 2, figsize=(5.2, 2.9))
    for ax, table, form, name in zip(
        axes,
        (scores, weights),
        ("{}", "{:.2f}"),
        ("score", "weight"),
        strict=True,
    ):
        ax.imshow(table, cmap="Blues", vmin=0, vmax=1.6 * table.max())
        for (i, j), value in np.ndenumerate(table):
            ax.text(
                j,
                i,
                form.format(value),
                ha="center",
                va="center",
                color="black",
                fontsize=11,
            )
        ax.set_xticks(range(4), WORDS)
        ax.set_yticks(range(4), WORDS)
        ax.set(title=text[name], xlabel=text["key"])
        ax.tick_params(length=0, labelsize=11)
        ax.grid(False)
        ax.spines[:].set_visible(False)
    axes[0].set_ylabel(text["query"])
    return fig
