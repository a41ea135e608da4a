# kind: figure
"""Three points, the best line, and the squares whose mean area is the loss."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from chainrule.scratch.models.regression import least_squares

TEXT = {
    "zh": {
        "guess": "随手一画：$w=1,\\ b=1$",
        "best": "最小二乘：$w=2.5,\\ b=0.5$",
        "loss": "平均面积 {:.2f}",
        "x": "特征 $x$",
        "t": "目标 $t$",
    },
    "en": {
        "guess": "A guess: $w=1,\\ b=1$",
        "best": "Least squares: $w=2.5,\\ b=0.5$",
        "loss": "mean area {:.2f}",
        "x": "feature $x$",
        "t": "target $t$",
    },
}


def draw(lang):
    text = TEXT[lang]
    x, t = np.array([0.0, 1.0, 2.0]), np.array([1.0, 2.0, 6.0])
    w, b = least_squares(x[:, None], t)
    lines = [(text["guess"], 1.0, 1.0), (text["best"], w[0], b)]
    fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.8), sharey=True)
    for ax, (title, w, b) in zip(axes, lines, strict=True):
        y = b + w * x
        ax.axline((0, b), slope=w, color="C0")
        for xn, yn, tn in zip(x, y, t, strict=True):
            low, side = min(yn, tn), abs(yn - tn)
            square = Rectangle(
                (xn, low), side, side, color="C1", alpha=0.35, lw=0
            )
            ax.add_patch(square)
        ax.vlines(x, t, y, color="C1")
        ax.plot(x, t, "o", color="C2", clip_on=False, zorder=3)
        ax.set(
            title=title, xlabel=text["x"], xlim=(-0.4, 5.2), ylim=(-0.4, 6.6)
        )
        ax.set_aspect("equal")
        loss = text["loss"].format(np.mean((y - t) ** 2))
        ax.text(5.2, 0.1, loss, ha="right", color="C1")
    axes[0].set_ylabel(text["t"])
    return fig
