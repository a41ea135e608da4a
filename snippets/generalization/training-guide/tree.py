# kind: figure
"""The guide as a tree: three questions, and what each answer means."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {
        "train": "训练损失",
        "smaller": "小模型的\n训练损失",
        "valid": "验证损失",
        "test": "使用场合\n的损失",
        "large": "大",
        "small": "小",
        "higher": "更高",
        "lower": "更低",
        "bias": "模型偏差",
        "optimization": "优化失败",
        "overfitting": "过拟合",
        "mismatch": "不匹配",
        "fine": "完成",
    },
    "en": {
        "train": "training loss",
        "smaller": "training loss of\na smaller model",
        "valid": "validation loss",
        "test": "loss where\nit is used",
        "large": "large",
        "small": "small",
        "higher": "higher",
        "lower": "lower",
        "bias": "model bias",
        "optimization": "optimization",
        "overfitting": "overfitting",
        "mismatch": "mismatch",
        "fine": "done",
    },
}
AT = {  # of each box: middle, half a width, color of a leaf
    "train": (5, 12, 1.5, None),
    "smaller": (2.3, 9.2, 1.75, None),
    "valid": (7.4, 9.2, 1.6, None),
    "test": (8.75, 6.4, 1.25, None),
    "bias": (1.0, 6.4, 1.1, "C0"),
    "optimization": (3.5, 6.4, 1.15, "C1"),
    "overfitting": (6.1, 6.4, 1.1, "C2"),
    "mismatch": (7.4, 3.6, 1.1, "C3"),
    "fine": (9.6, 3.6, 0.7, "C4"),
}
EDGES = (
    ("train", "smaller", "large"),
    ("train", "valid", "small"),
    ("smaller", "bias", "higher"),
    ("smaller", "optimization", "lower"),
    ("valid", "overfitting", "large"),
    ("valid", "test", "small"),
    ("test", "mismatch", "large"),
    ("test", "fine", "small"),
)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 4.6))
    for above, below, said in EDGES:
        (x, y, *_), (u, v, *_) = AT[above], AT[below]
        start, end = (x, y - 0.7), (u, v + 0.62)
        arrow = {"arrowstyle": "-|>", "color": "0.55", "lw": 1.5}
        ax.annotate("", end, start, arrowprops=arrow)
        side = 1 if u > x else -1
        at = (start[0] + end[0]) / 2 + 0.2 * side, (start[1] + end[1]) / 2
        ha = "left" if u > x else "right"
        ax.text(*at, text[said], ha=ha, va="bottom", fontsize=10)
    for name, (x, y, half, color) in AT.items():
        look = {"boxstyle": "round,pad=0.08", "ec": color or "0.45", "lw": 1.6}
        corner, size = (x - half, y - 0.55), (2 * half, 1.1)
        if color:
            ax.add_patch(
                FancyBboxPatch(corner, *size, fc=color, alpha=0.18, **look)
            )
        ax.add_patch(FancyBboxPatch(corner, *size, fc="none", **look))
        ax.text(x, y, text[name], ha="center", va="center", fontsize=10.5)
    ax.set(xlim=(-0.3, 10.5), ylim=(2.8, 12.8))
    ax.axis("off")
    return fig
