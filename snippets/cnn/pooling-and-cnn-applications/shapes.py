# kind: figure
"""Data flow of a small CNN: a shape after each layer."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": (
        ("图像", ""),
        ("卷积 3×3，ReLU", "80"),
        ("最大池化 2×2", "0"),
        ("卷积 3×3，ReLU", "1168"),
        ("最大池化 2×2", "0"),
        ("展平", "0"),
        ("全连接", "7850"),
        ("Softmax", "0"),
        "参数个数",
    ),
    "en": (
        ("picture", ""),
        ("convolution 3×3, ReLU", "80"),
        ("max pooling 2×2", "0"),
        ("convolution 3×3, ReLU", "1,168"),
        ("max pooling 2×2", "0"),
        ("flatten", "0"),
        ("dense", "7,850"),
        ("softmax", "0"),
        "parameters",
    ),
}
SHAPES = (
    "1×28×28",
    "8×28×28",
    "8×14×14",
    "16×14×14",
    "16×7×7",
    "784",
    "10",
    "10",
)
COLORS = "0.5", "C0", "C1", "C0", "C1", "0.5", "C2", "0.5"


def draw(lang):
    *layers, parameters = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 5.6))
    ax.text(7.2, 0.72, parameters, ha="right", va="center", fontsize=12)
    for n, ((name, count), shape) in enumerate(
        zip(layers, SHAPES, strict=True)
    ):
        y = -1.15 * n
        look = {"fc": COLORS[n], "alpha": 0.22, "lw": 0}
        at, size = (-2.6, y - 0.33), (6.0, 0.66)
        style = "round,pad=0.06"
        ax.add_patch(FancyBboxPatch(at, *size, boxstyle=style, **look))
        look = {"fc": "none", "ec": COLORS[n], "lw": 1.4}
        ax.add_patch(FancyBboxPatch(at, *size, boxstyle=style, **look))
        ax.text(0.4, y, name, ha="center", va="center", fontsize=12)
        ax.text(7.2, y, count, ha="right", va="center", fontsize=12)
        end = y - 0.78 if n < 7 else y - 0.75
        arrow = {"arrowstyle": "->", "color": "0.5", "lw": 1.4}
        ax.annotate("", (0.4, end), (0.4, y - 0.38), arrowprops=arrow)
        ax.text(0.7, y - 0.58, shape, va="center", fontsize=11.5)
    ax.set(xlim=(-2.9, 7.4), ylim=(-9.0, 1.1))
    ax.axis("off")
    return fig
