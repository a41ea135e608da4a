# kind: figure
"""Nine points of a grid and nine random ones, and their shadows on one axis."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "grid": "网格：3 个不同的值",
        "random": "随机：9 个不同的值",
        "matters": "要紧的超参数",
        "other": "不要紧的超参数",
        "score": "分数",
    },
    "en": {
        "grid": "grid: 3 different values",
        "random": "random: 9 different values",
        "matters": "the one that matters",
        "other": "the one that does not",
        "score": "score",
    },
}


def score(x):
    """High in a narrow place between the columns of the grid."""
    return np.exp(-(((x - 0.36) / 0.09) ** 2))


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(
        4, 1, figsize=(4.4, 7.4), sharex=True, height_ratios=[1, 2, 1, 2]
    )
    middles = (np.arange(3) + 0.5) / 3
    grid = np.array([[a, b] for a in middles for b in middles])
    drawn = np.random.default_rng(1).uniform(size=(9, 2))
    x = np.linspace(0, 1, 300)
    for k, (points, name) in enumerate(((grid, "grid"), (drawn, "random"))):
        color, marker = ("C0", "o") if name == "grid" else ("C1", "s")
        above, below = axes[2 * k], axes[2 * k + 1]
        above.plot(x, score(x), color="C2", lw=1.6)
        heights = score(points[:, 0])
        look = {"color": color, "ls": ":", "lw": 1.2}
        above.vlines(points[:, 0], 0, heights, **look)
        above.plot(points[:, 0], heights, marker, color=color, ms=6)
        above.set(title=text[name], ylabel=text["score"], ylim=(0, 1.15))
        below.vlines(points[:, 0], points[:, 1], 1, **look)
        below.plot(points[:, 0], points[:, 1], marker, color=color, ms=6)
        below.set(xlim=(0, 1), ylim=(0, 1), ylabel=text["other"])
        for ax in (above, below):
            ax.set(xticks=[], yticks=[])
    axes[1].set_xlabel(text["matters"])
    axes[3].set_xlabel(text["matters"])
    return fig
