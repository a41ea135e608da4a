# kind: figure
"""Three sequences of different lengths in one array, and their mask."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {
        "before": "三个长度不同的序列",
        "after": "填充后：一个数组 (3, 4, 2)",
        "pad": "填充",
        "mask": "掩码",
        "same": "真正的向量",
    },
    "en": {
        "before": "three sequences of different lengths",
        "after": "padded: one array (3, 4, 2)",
        "pad": "padding",
        "mask": "mask",
        "same": "vectors",
    },
}
LENGTHS = 3, 4, 2


def draw(lang):
    text = TEXT[lang]
    fig, (top, low) = plt.subplots(2, 1, figsize=(5.2, 5.4))
    for ax, padded in ((top, False), (low, True)):
        for n, length in enumerate(LENGTHS):
            for t in range(4 if padded else length):
                real = t < length
                for part in (0, 0.4):
                    box = Rectangle(
                        (1.1 * t, -1.2 * n + part),
                        0.9,
                        0.4,
                        fc=f"C{n}" if real else "none",
                        ec=f"C{n}" if real else "0.5",
                        alpha=0.75 if real else 1,
                        hatch=None if real else "////",
                        lw=1.2,
                    )
                    ax.add_patch(box)
                if padded:
                    ax.text(
                        5.45 + 0.5 * t,
                        -1.2 * n + 0.4,
                        int(real),
                        ha="center",
                        va="center",
                        fontsize=13,
                    )
        ax.set(xlim=(-0.2, 7.4), ylim=(-2.6, 1.2))
        ax.set_title(text["after" if padded else "before"], fontsize=12)
        ax.set_aspect("equal")
        ax.axis("off")
    low.text(6.2, 1.1, text["mask"], ha="center", fontsize=12)
    return fig
