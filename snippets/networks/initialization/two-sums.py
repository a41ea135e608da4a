# kind: figure
"""One layer, both ways: whose numbers does a unit add up?"""

import matplotlib.pyplot as plt
from matplotlib.patches import Circle

TEXT = {
    "zh": {
        "forward": "向前：$u$ 由 $n_\\mathrm{in} = 4$ 项相加",
        "backward": "向后：$y$ 收到 $n_\\mathrm{out} = 3$ 项",
    },
    "en": {
        "forward": "forward: $u$ adds up $n_\\mathrm{in} = 4$",
        "backward": "backward: $n_\\mathrm{out} = 3$ come back to $y$",
    },
}
LEFT, RIGHT, APART = 4, 3, 2.6


def heights(count):
    return [(count - 1) / 2 - k for k in range(count)]


def draw(lang):
    fig, axes = plt.subplots(2, 1, figsize=(4.4, 5.6))
    for ax, way, color in zip(
        axes, ("forward", "backward"), ("C0", "C1"), strict=True
    ):
        for i, a in enumerate(heights(LEFT)):
            for j, b in enumerate(heights(RIGHT)):
                on = j == 1 if way == "forward" else i == 1
                start, end = (0.32, a), (APART - 0.32, b)
                if way == "backward":
                    start, end = end, start
                look = {"arrowstyle": "-", "color": "0.6", "lw": 0.7}
                if on:
                    look = {"arrowstyle": "->", "color": color, "lw": 2}
                ax.annotate("", end, start, arrowprops=look)
        for i, a in enumerate(heights(LEFT)):
            on = way == "forward" or i == 1
            name = f"$y_{i + 1}$"
            node(ax, (0, a), name, color if on else "0.6")
        for j, b in enumerate(heights(RIGHT)):
            on = way == "backward" or j == 1
            letter = "u" if way == "forward" else r"\delta"
            name = f"${letter}_{j + 1}$"
            node(ax, (APART, b), name, color if on else "0.6")
        ax.set_title(TEXT[lang][way])
        ax.set(xlim=(-0.6, APART + 0.6), ylim=(-1.95, 1.95))
        ax.set_aspect("equal")
        ax.axis("off")
    return fig


def node(ax, at, label, color):
    ax.add_patch(Circle(at, 0.32, fc="none", ec=color, lw=1.8))
    ax.text(*at, label, ha="center", va="center", fontsize=13)
