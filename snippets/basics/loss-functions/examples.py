# kind: figure
"""Three samples, three losses, one mean."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import FancyBboxPatch, Rectangle

from chainrule.scratch.nn import cross_entropy

TEXT = {
    "zh": {
        "sample": "样本 {}",
        "head": ("类别", "预测 $\\mathbf{y}_n$", "单个损失"),
        "total": "总损失",
    },
    "en": {
        "sample": "sample {}",
        "head": ("class", "prediction $\\mathbf{y}_n$", "loss of one"),
        "total": "total loss",
    },
}
Y = np.array([[0.7, 0.2, 0.1], [0.1, 0.6, 0.3], [0.05, 0.9, 0.05]])
CLASSES = (0, 2, 1)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.7, 3.5))
    for x, word in zip((1.55, 3.25, 5.6), text["head"], strict=True):
        ax.text(x, 3.42, word, ha="center")
    losses = [cross_entropy(y, k) for y, k in zip(Y, CLASSES, strict=True)]
    rows = zip(Y, CLASSES, losses, strict=True)
    for n, (y, true, loss) in enumerate(rows):
        low = 2.3 - 1.15 * n
        ax.text(0.0, low + 0.4, text["sample"].format(n + 1), va="center")
        ax.text(1.55, low + 0.4, str(true), ha="center", va="center")
        for k, value in enumerate(y):
            bar = Rectangle(
                (2.45 + 0.55 * k, low),
                0.42,
                0.8 * value,
                color="C1" if k == true else "C0",
                alpha=1 if k == true else 0.45,
                lw=0,
            )
            ax.add_patch(bar)
            place = 2.66 + 0.55 * k
            ax.text(place, low - 0.17, str(k), ha="center", fontsize=8)
        ax.plot([2.35, 4.1], [low, low], "-", color="0.55", lw=0.8)
        said = f"$-\\ln {y[true]:g} = {loss:.2f}$"
        ax.text(5.6, low + 0.4, said, ha="center", va="center", color="C1")
        ax.annotate(
            "",
            (7.55, 1.55 + 0.2 * (1 - n)),
            (6.55, low + 0.4),
            arrowprops={"arrowstyle": "->", "color": "0.55"},
        )
    box = FancyBboxPatch(
        (7.65, 1.05), 1.75, 1.0, "round,pad=0.05", fc="none", ec="C2", lw=1.6
    )
    ax.add_patch(box)
    ax.text(8.53, 1.77, text["total"], ha="center", va="center")
    mean = f"$L = {np.mean(losses):.2f}$"
    ax.text(8.53, 1.33, mean, ha="center", va="center", color="C2")
    ax.set(xlim=(0, 9.55), ylim=(-0.25, 3.7))
    ax.axis("off")
    return fig
