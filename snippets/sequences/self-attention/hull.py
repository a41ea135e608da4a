# kind: figure
"""Values, and outputs between them."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Polygon

TEXT = {
    "zh": {"values": "值", "outputs": "输出", "mean": "平均值"},
    "en": {"values": "values", "outputs": "outputs", "mean": "their mean"},
}
WORDS = "I", "saw", "a", "saw"
X = np.array([[1, 0], [1, 1], [0, 1], [1, 1]])
Q = X @ np.array([[2, 0], [1, 1]]).T
K = X @ np.array([[0, 1], [1, 0]]).T
V = X @ np.array([[1, 0], [0, 2]]).T


def draw(lang):
    text = TEXT[lang]
    powers = np.exp(Q @ K.T)
    outputs = powers / powers.sum(axis=1, keepdims=True) @ V
    fig, ax = plt.subplots(figsize=(4.8, 3.4))
    ax.add_patch(Polygon(V[:3], fc="C2", alpha=0.15))
    ax.plot(*V.T, "s", color="C2", ms=9, label=text["values"])
    ax.plot(*outputs.T, "o", color="C1", ms=7, label=text["outputs"])
    ax.plot(*V.mean(axis=0), "x", color="0.5", ms=9, mew=2, label=text["mean"])
    for v, word, place in zip(
        V[:3], ("I", "saw, saw", "a"), ((8, 0), (-4, 9), (0, 9)), strict=True
    ):
        ax.annotate(
            rf"$\mathbf{{v}}$ ({word})",
            v,
            xytext=place,
            textcoords="offset points",
            ha="left" if word == "I" else "center",
        )
    for b, word, place in zip(
        outputs[:3],
        ("I", "saw, saw", "a"),
        ((-8, 2), (8, -9), (8, -2)),
        strict=True,
    ):
        ax.annotate(
            rf"$\mathbf{{b}}$ ({word})",
            b,
            xytext=place,
            textcoords="offset points",
            ha="right" if word == "I" else "left",
            va="center",
        )
    ax.set(xlim=(-0.25, 1.4), ylim=(-0.2, 2.35))
    ax.legend(loc="lower left")
    return fig
