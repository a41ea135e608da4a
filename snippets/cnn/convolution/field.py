# kind: figure
"""A neuron that sees a block of 3 x 3 pixels in all three channels."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {
        "picture": "图像的三个通道",
        "neuron": "一个神经元",
        "weights": "3×3×3 = 27 个权重\n和 1 个偏置",
    },
    "en": {
        "picture": "a picture's three channels",
        "neuron": "one neuron",
        "weights": "3×3×3 = 27 weights\nand a bias",
    },
}
SIZE, FIELD = 6, 3


def plane(ax, x, y, color, channel):
    for i in range(SIZE):
        for j in range(SIZE):
            inside = i < FIELD and j < FIELD
            ax.add_patch(
                Rectangle(
                    (x + j, y + SIZE - 1 - i),
                    1,
                    1,
                    fc=color if inside else "none",
                    ec=color,
                    lw=0.9,
                    alpha=0.85 if inside else 1,
                )
            )
    ax.text(x + SIZE / 2, y - 0.7, f"$c={channel}$", ha="center", va="center")


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.2, 3.4))
    for channel, color in enumerate(("C1", "C2", "C0")):
        x = channel * 7
        plane(ax, x, 0, color, channel + 1)
        corner = (x + FIELD / 2, SIZE + 0.1)
        ax.annotate(
            "",
            (20.6, 10.9),
            corner,
            arrowprops={
                "arrowstyle": "-",
                "color": color,
                "lw": 1.6,
                "connectionstyle": "arc3,rad=-0.12",
            },
        )
    ax.plot(21.4, 11.1, "o", ms=20, mfc="none", mec="C3", mew=2)
    ax.text(20, 13.2, text["neuron"], ha="center", va="center")
    ax.text(11, 13.2, text["weights"], ha="right", va="center")
    ax.text(10, -2.2, text["picture"], ha="center", va="center")
    ax.set(xlim=(-0.4, 23), ylim=(-3, 14.8))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
