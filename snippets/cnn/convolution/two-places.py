# kind: figure
"""The same pattern at two places, and two neurons with the same weights."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Circle, Rectangle

TEXT = {
    "zh": {"same": "权重相同", "a": "神经元 1", "b": "神经元 2"},
    "en": {"same": "the same weights", "a": "neuron 1", "b": "neuron 2"},
}
PATTERN = np.array([[1, 0, 0], [1, 1, 0], [1, 0, 0]])
PLACES = {"a": (1, 1, "C0"), "b": (4, 6, "C1")}


def draw(lang):
    text = TEXT[lang]
    picture = np.zeros((8, 10))
    for top, left, _ in PLACES.values():
        picture[top : top + 3, left : left + 3] = PATTERN
    fig, ax = plt.subplots(figsize=(5.2, 2.9))
    for i, j in np.ndindex(picture.shape):
        ax.add_patch(
            Rectangle(
                (j, -i - 1),
                1,
                1,
                fc="C2" if picture[i, j] else "none",
                ec="0.55",
                lw=0.7,
            )
        )
    for name, (top, left, color) in PLACES.items():
        ax.add_patch(
            Rectangle((left, -top - 3), 3, 3, fc="none", ec=color, lw=2.6)
        )
        y = -1.7 if name == "a" else -6.3
        start = left + 3, -top - 1.5
        look = {"arrowstyle": "->", "color": color, "lw": 1.6}
        ax.annotate("", (13.1, y), start, arrowprops=look)
        ax.add_patch(Circle((14, y), 0.8, fc="none", ec=color, lw=2))
        ax.text(15.2, y, text[name], va="center", fontsize=12)
    look = {"arrowstyle": "<->", "color": "0.5", "lw": 1.2}
    ax.annotate("", (14, -2.7), (14, -5.3), arrowprops=look)
    ax.text(14.5, -4, text["same"], va="center", fontsize=12)
    ax.set(xlim=(-0.3, 20.5), ylim=(-8.3, 0.3))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
