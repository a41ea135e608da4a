# kind: figure
"""A graph of eight nodes, and the scores that attention along edges keeps."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {"query": "查询的节点", "key": "键的节点"},
    "en": {"query": "node of the query", "key": "node of the key"},
}
PLACES = (
    (0.0, 1.0), (1.0, 1.55), (1.1, 0.45), (2.1, 1.1),
    (3.1, 1.7), (3.0, 0.5), (4.0, 1.1), (0.3, 0.0),
)  # fmt: skip
EDGES = (0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 6), (5, 6), (0, 7)


def draw(lang):
    text = TEXT[lang]
    fig, (top, below) = plt.subplots(
        2, 1, figsize=(4.4, 6.2), height_ratios=(2, 3.4)
    )
    for i, j in EDGES:
        line = {"arrowstyle": "-", "color": "0.6", "shrinkA": 11, "shrinkB": 11}
        top.annotate("", PLACES[i], PLACES[j], arrowprops=line)
    for n, (x, y) in enumerate(PLACES):
        top.plot(x, y, "o", ms=21, mfc="none", mec="C0", mew=2)
        top.text(x, y, str(n + 1), ha="center", va="center", fontsize=12)
    top.set(xlim=(-0.4, 4.4), ylim=(-0.35, 2.0))
    top.axis("off")
    keeps = np.eye(8, dtype=bool)
    for i, j in EDGES:
        keeps[i, j] = keeps[j, i] = True
    for i, j in np.ndindex(8, 8):
        color = "none" if not keeps[i, j] else "C1" if i == j else "C0"
        place = j + 0.5, i + 0.5
        below.add_patch(Rectangle(place, 1, 1, fc=color, ec="0.6", lw=0.7))
        if not keeps[i, j]:
            style = {"ha": "center", "va": "center", "color": "0.55"}
            below.text(j + 1, i + 1, "0", **style, fontsize=10)
    below.set(xlim=(0.4, 8.6), ylim=(8.6, 0.4), xlabel=text["key"])
    below.set(ylabel=text["query"], xticks=range(1, 9), yticks=range(1, 9))
    below.set_aspect("equal")
    below.grid(False)
    return fig
