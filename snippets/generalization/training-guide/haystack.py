# kind: figure
"""Two reasons for a large training loss: no needle there, or not found."""

import matplotlib.pyplot as plt
from matplotlib.patches import Ellipse

TEXT = {
    "zh": {
        "bias": "模型偏差",
        "optimization": "优化失败",
        "set": "模型的函数集合",
        "good": "好函数",
        "start": "起点",
        "end": "训练的终点",
        "best": "集合里最好的",
    },
    "en": {
        "bias": "model bias",
        "optimization": "optimization failure",
        "set": "functions of the model",
        "good": "good function",
        "start": "start",
        "end": "where training ends",
        "best": "best in the set",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(4.6, 5.4))
    for ax, name in zip(axes, ("bias", "optimization"), strict=True):
        small = name == "bias"
        size = (4.6, 2.6) if small else (8.6, 3.6)
        center = (2.9, 2) if small else (4.7, 2)
        ax.add_patch(Ellipse(center, *size, fc="C0", ec="none", alpha=0.15))
        ax.add_patch(Ellipse(center, *size, fc="none", ec="C0", lw=1.6))
        ax.plot(7.6, 2, "*", color="C2", ms=17)
        ax.text(7.6, 2.4, text["good"], ha="center", fontsize=10)
        path = [(1.4, 1.6), (2.2, 1.3), (3, 1.55), (3.7, 1.7)]
        if small:
            path = [*path[:3], (4.2, 1.8), (5.1, 2)]
        ax.plot(*zip(*path, strict=True), "o-", color="C1", ms=5, lw=1.3)
        ax.text(1.4, 1.75, text["start"], ha="center", va="bottom", fontsize=10)
        said = text["best" if small else "end"]
        if small:
            ax.text(4.9, 2.12, said, ha="right", va="bottom", fontsize=10)
            ax.annotate(
                "",
                (7.2, 2),
                (5.4, 2),
                arrowprops={"arrowstyle": "<->", "color": "0.55", "ls": ":"},
            )
        else:
            ax.text(3.95, 1.6, said, ha="left", va="center", fontsize=10)
        ax.text(center[0], 0.3 if small else 0.62, text["set"], ha="center")
        ax.set(xlim=(0.1, 9.6), ylim=(0, 4), title=text[name])
        ax.axis("off")
    return fig
