# kind: figure
"""Three sets of functions, each inside the one before."""

import matplotlib.pyplot as plt
from matplotlib.patches import Ellipse

TEXT = {
    "zh": (
        "全连接层",
        "再加感受野\n（局部连接层）",
        "再加参数共享\n（卷积层）",
    ),
    "en": (
        "fully connected",
        "with receptive fields\n(locally connected)",
        "with shared weights\n(convolution)",
    ),
}
SHAPES = ((0, 0, 10, 6.4), (0, -0.75, 7.6, 4.5), (0, -1.55, 5.2, 2.4))


def draw(lang):
    fig, ax = plt.subplots(figsize=(5.0, 3.4))
    labels = ((0, 2.3), (0, 0.55), (0, -1.55))
    for n, (x, y, width, height) in enumerate(SHAPES):
        ax.add_patch(
            Ellipse((x, y), width, height, fc="none", ec=f"C{n}", lw=2.2)
        )
        ax.text(*labels[n], TEXT[lang][n], ha="center", va="center")
    ax.set(xlim=(-5.2, 5.2), ylim=(-3.4, 3.4))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
