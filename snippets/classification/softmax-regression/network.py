# kind: figure
"""A network for regression and one for classification, side by side."""

import matplotlib.pyplot as plt
from matplotlib.patches import Circle, FancyBboxPatch

TEXT = {
    "zh": ("回归", "分类", "目标", "特征", "隐藏层", "独热"),
    "en": (
        "regression",
        "classification",
        "target",
        "features",
        "hidden",
        "one-hot",
    ),
}


def layer(ax, x, ys, color):
    for y in ys:
        ax.add_patch(Circle((x, y), 0.2, fc="none", ec=color, lw=1.5, zorder=3))


def connect(ax, x0, ys0, x1, ys1):
    for y0 in ys0:
        for y1 in ys1:
            ax.plot([x0 + 0.2, x1 - 0.2], [y0, y1], "-", color="0.6", lw=0.7)


def words(ax, x, y, said, color=None, size=11):
    color = {} if color is None else {"color": color}
    ax.text(x, y, said, ha="center", va="center", fontsize=size, **color)


def draw(lang):
    regression, classes, target, features, hidden, one_hot = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 5.2), sharex=True)
    inputs, middle = (-0.5, 0.5), (-1.05, -0.35, 0.35, 1.05)
    for ax, name in zip(axes, (regression, classes), strict=True):
        ax.set_title(name, loc="left")
        layer(ax, 0.3, inputs, "C0")
        layer(ax, 1.7, middle, "C1")
        connect(ax, 0.3, inputs, 1.7, middle)
    top, bottom = axes
    layer(top, 3.1, (0,), "C2")
    connect(top, 1.7, middle, 3.1, (0,))
    words(top, 3.8, 0, "$y$", size=13)
    words(top, 6.6, 0, "$t$", size=13)
    words(top, 6.6, 0.6, target)
    words(top, 5.2, 0.3, "$(y - t)^2$", "C3")
    for ax in (top,):
        words(ax, 0.3, -1.1, features)
        words(ax, 1.7, -1.6, hidden)
    outputs = (0.9, 0, -0.9)
    layer(bottom, 3.1, outputs, "C2")
    connect(bottom, 1.7, middle, 3.1, outputs)
    box = FancyBboxPatch(
        (4.1, -1.2), 0.5, 2.4, "round,pad=0.05", fc="none", ec="C4", lw=1.5
    )
    bottom.add_patch(box)
    bottom.text(4.35, 0, "softmax", rotation=90, ha="center", va="center")
    for k, y in enumerate(outputs, 1):
        words(bottom, 3.65, y + 0.01, f"$z_{k}$", size=12)
        words(bottom, 5.1, y, f"$y_{k}$", size=13)
        words(bottom, 6.6, y, "$1$" if k == 1 else "$0$", size=13)
    words(bottom, 6.6, 1.5, one_hot)
    words(bottom, 5.6, -1.75, "$-\\sum_k t_k\\ln y_k$", "C3")
    for ax, low in ((top, -2.05), (bottom, -2.05)):
        ax.plot([4.0, 6.2], [0, 0], ":", color="C3") if ax is top else None
        ax.set(xlim=(-0.2, 7.2), ylim=(low, 1.75), aspect="equal")
        ax.axis("off")
    for y in outputs:
        bottom.plot([5.4, 6.35], [y, y], ":", color="C3")
    return fig
