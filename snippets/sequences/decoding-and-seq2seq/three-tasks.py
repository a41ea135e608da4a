# kind: figure
"""Three tasks from one sequence to another, and how long each side is."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": (
        ("语音识别", "T 帧语音", "N 个字符"),
        ("机器翻译", "N 个词", "N′ 个词"),
        ("语音翻译", "T 帧语音", "N′ 个词\n（另一种语言）"),
    ),
    "en": (
        ("speech recognition", "T frames", "N characters"),
        ("machine translation", "N words", "N′ words"),
        ("speech translation", "T frames", "N′ words of\nanother language"),
    ),
}


def draw(lang):
    fig, ax = plt.subplots(figsize=(5.4, 3.0))
    for n, (task, given, made) in enumerate(TEXT[lang]):
        y = 4 - 1.9 * n
        ax.text(1.2, y, given, ha="center", va="center")
        ax.text(9.3, y, made, ha="center", va="center", linespacing=1.5)
        for fc, alpha in ((f"C{n}", 0.18), ("none", 1)):
            ax.add_patch(
                FancyBboxPatch(
                    (3.3, y - 0.45),
                    3.5,
                    0.9,
                    boxstyle="round,pad=0.06",
                    fc=fc,
                    ec=f"C{n}",
                    lw=1.6,
                    alpha=alpha,
                )
            )
        ax.text(5.05, y, task, ha="center", va="center", fontsize=10.5)
        look = {"arrowstyle": "-|>", "color": "0.5", "lw": 1.4}
        ax.annotate("", (3.2, y), (2.35, y), arrowprops=look)
        ax.annotate("", (7.8, y), (6.9, y), arrowprops=look)
    ax.set(xlim=(-0.1, 11), ylim=(-0.6, 4.7))
    ax.axis("off")
    return fig
