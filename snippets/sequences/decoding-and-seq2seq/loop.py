# kind: figure
"""The decoder's output is its next input, from <begin> to <end>."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {"encoder": "编码器", "decoder": "解码器", "speech": "语音"},
    "en": {"encoder": "encoder", "decoder": "decoder", "speech": "speech"},
}
SAID = "<begin>", "机", "器", "学", "习", "<end>"
WIDE = 2.0


def box(ax, x, y, width, height, color):
    ax.add_patch(
        FancyBboxPatch(
            (x, y),
            width,
            height,
            boxstyle="round,pad=0.05",
            fc=color,
            ec="none",
            alpha=0.18,
        )
    )
    ax.add_patch(
        FancyBboxPatch(
            (x, y),
            width,
            height,
            boxstyle="round,pad=0.05",
            fc="none",
            ec=color,
            lw=1.6,
        )
    )


def arrow(ax, start, end, color, **look):
    look = {"arrowstyle": "-|>", "color": color, "lw": 1.4} | look
    ax.annotate("", end, start, arrowprops=look)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.4, 3.2))
    left = 2.9
    box(ax, 0, 1.9, 2.1, 1.0, "C1")
    ax.text(1.05, 2.4, text["encoder"], ha="center", va="center")
    ax.text(1.05, 0.35, text["speech"], ha="center", va="center")
    arrow(ax, (1.05, 0.75), (1.05, 1.8), "0.5")
    box(ax, left, 1.9, 5 * WIDE, 1.0, "C0")
    ax.text(left + 2.5 * WIDE, 2.4, text["decoder"], ha="center", va="center")
    arrow(ax, (2.2, 2.4), (left - 0.1, 2.4), "C1")
    for n in range(5):
        x = left + (n + 0.5) * WIDE
        ax.text(x, 0.35, SAID[n], ha="center", va="center")
        ax.text(x, 4.45, SAID[n + 1], ha="center", va="center")
        arrow(ax, (x, 0.75), (x, 1.8), "0.5")
        arrow(ax, (x, 3.0), (x, 4.1), "0.5")
        if n < 4:
            look = {
                "connectionstyle": "arc3,rad=0",
                "linestyle": "--",
                "shrinkA": 2,
                "shrinkB": 2,
                "zorder": 0,
            }
            arrow(ax, (x + 0.3, 4.2), (x + WIDE - 0.3, 0.65), "C3", **look)
    ax.set(xlim=(-0.2, left + 5 * WIDE + 0.2), ylim=(-0.1, 4.9))
    ax.axis("off")
    return fig
