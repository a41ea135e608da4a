# kind: figure
"""Teacher forcing: what goes in, and what is asked one place later."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {"in": "输入\ny[:-1]", "out": "目标\ny[1:]", "decoder": "解码器"},
    "en": {"in": "input\ny[:-1]", "out": "target\ny[1:]", "decoder": "decoder"},
}
SAID = "<begin>", "机", "器", "学", "习", "<end>"


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.2, 2.7))
    rows = {"out": (3, SAID[1:], "C2"), "in": (0, SAID[:-1], "C0")}
    for name, (y, words, color) in rows.items():
        ax.text(-0.15, y + 0.4, text[name], ha="right", va="center")
        for n, word in enumerate(words):
            for fc, alpha in ((color, 0.18), ("none", 1)):
                ax.add_patch(
                    Rectangle(
                        (2 * n + 0.1, y),
                        1.8,
                        0.8,
                        fc=fc,
                        ec=color,
                        lw=1.5,
                        alpha=alpha,
                    )
                )
            ax.text(2 * n + 1, y + 0.4, word, ha="center", va="center")
            look = {"arrowstyle": "-|>", "color": "0.5", "lw": 1.4}
            if name == "in":
                ax.annotate(
                    "", (2 * n + 1, 1.55), (2 * n + 1, 0.9), arrowprops=look
                )
                ax.annotate(
                    "", (2 * n + 1, 2.9), (2 * n + 1, 2.3), arrowprops=look
                )
    ax.add_patch(Rectangle((0.1, 1.6), 9.8, 0.65, fc="none", ec="0.5", lw=1.5))
    ax.text(5, 1.92, text["decoder"], ha="center", va="center")
    ax.set(xlim=(-2, 10.1), ylim=(-0.2, 4.0))
    ax.axis("off")
    return fig
