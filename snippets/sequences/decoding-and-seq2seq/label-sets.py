# kind: figure
"""Three documents with one, three and two classes, written until <end>."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch, Rectangle

TEXT = {
    "zh": {"document": "文章 {}", "class": "类 {}"},
    "en": {"document": "article {}", "class": "class {}"},
}
LABELS = (1,), (9, 7, 17), (1, 3)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.4, 2.7))
    for fc, alpha in (("C0", 0.18), ("none", 1)):
        ax.add_patch(
            FancyBboxPatch(
                (2.6, 0),
                1.7,
                3.7,
                boxstyle="round,pad=0.06",
                fc=fc,
                ec="C0",
                lw=1.6,
                alpha=alpha,
            )
        )
    ax.text(3.45, 1.85, "seq2seq", ha="center", va="center")
    look = {"arrowstyle": "-|>", "color": "0.5", "lw": 1.4}
    for n, labels in enumerate(LABELS):
        y = 3.2 - 1.35 * n
        name = text["document"].format(n + 1)
        ax.text(0.9, y, name, ha="center", va="center")
        ax.annotate("", (2.5, y), (1.85, y), arrowprops=look)
        ax.annotate("", (5.0, y), (4.4, y), arrowprops=look)
        words = [text["class"].format(k) for k in labels] + ["<end>"]
        for k, word in enumerate(words):
            x, color = 5.1 + 1.75 * k, "C3" if word == "<end>" else "C2"
            for fc, alpha in ((color, 0.18), ("none", 1)):
                ax.add_patch(
                    Rectangle(
                        (x, y - 0.38),
                        1.65,
                        0.76,
                        fc=fc,
                        ec=color,
                        lw=1.4,
                        alpha=alpha,
                    )
                )
            ax.text(x + 0.82, y, word, ha="center", va="center", fontsize=10.5)
    ax.set(xlim=(-0.2, 12.2), ylim=(-0.4, 4.1))
    ax.axis("off")
    return fig
