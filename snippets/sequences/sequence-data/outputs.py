# kind: figure
"""Outputs: one for each vector, one for all, a length of its own."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch, Rectangle

TEXT = {
    "zh": {
        "each": "每个向量一个标签：$T$ 进 $T$ 出",
        "one": "整个序列一个标签：$T$ 进 1 出",
        "own": "模型自己决定长度：$T$ 进 $T'$ 出",
        "model": "模型",
    },
    "en": {
        "each": "a label for each vector: $T$ in, $T$ out",
        "one": "a label for all: $T$ in, 1 out",
        "own": "a length of its own: $T$ in, $T'$ out",
        "model": "model",
    },
}
KINDS = ("each", 4), ("one", 1), ("own", 6)


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(3, 1, figsize=(4.8, 7.6))
    for ax, (kind, out) in zip(axes, KINDS, strict=True):
        for t in range(4):
            x = t - 1.5
            ax.add_patch(
                Rectangle((x - 0.28, 0), 0.56, 0.8, fc="C0", alpha=0.7, ec="C0")
            )
            ax.annotate(
                "",
                (x, 1.35),
                (x, 0.85),
                arrowprops={"arrowstyle": "->", "color": "0.5"},
            )
        box = FancyBboxPatch(
            (-2.1, 1.45),
            4.2,
            0.7,
            boxstyle="round,pad=0.08",
            fc="none",
            ec="0.5",
            lw=1.5,
        )
        ax.add_patch(box)
        ax.text(0, 1.8, text["model"], ha="center", va="center", fontsize=13)
        for t in range(out):
            x = (t - (out - 1) / 2) * (0.72 if out > 4 else 1)
            end = kind == "own" and t == out - 1
            ax.annotate(
                "",
                (x, 2.75),
                (x, 2.28),
                arrowprops={"arrowstyle": "->", "color": "0.5"},
            )
            ax.add_patch(
                Rectangle(
                    (x - 0.28, 2.8),
                    0.56,
                    0.5,
                    fc="none" if end else "C1",
                    alpha=1 if end else 0.7,
                    ec="C1",
                    hatch="////" if end else None,
                )
            )
        ax.set(xlim=(-2.5, 2.5), ylim=(-0.1, 3.45))
        ax.set_title(text[kind], fontsize=12)
        ax.axis("off")
    return fig
