# kind: figure
"""I saw a saw: each word alone, and with a neighbour on each side."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {
        "alone": "只看这个词：两个 saw，输入相同",
        "window": "看 $k=1$ 的窗口：输入不同",
        "tags": ("代词", "动词", "限定词", "名词"),
        "same": "同一个答案",
        "two": ("动词", "名词"),
    },
    "en": {
        "alone": "the word alone: equal inputs",
        "window": "a window with $k=1$: different inputs",
        "tags": ("pronoun", "verb", "determiner", "noun"),
        "same": "the same answer",
        "two": ("verb", "noun"),
    },
}
WORDS = "I", "saw", "a", "saw"


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.2, 5.8))
    for ax, k in zip(axes, (0, 1), strict=True):
        for t in range(-k, 4 + k):
            real = 0 <= t < 4
            color = "C1" if t in (1, 3) else "C0"
            ax.add_patch(
                Rectangle(
                    (t - 0.4, 0),
                    0.8,
                    0.6,
                    fc=color if real else "none",
                    ec=color if real else "0.5",
                    alpha=0.6 if real else 1,
                    hatch=None if real else "////",
                )
            )
            ax.text(
                t,
                0.3,
                WORDS[t] if real else "",
                ha="center",
                va="center",
                fontsize=14,
            )
        for n, t in enumerate((1, 3)):
            color = f"C{n + 2}"
            y = 1.35
            for j in range(t - k, t + k + 1):
                ax.annotate(
                    "",
                    (t, y),
                    (j, 0.64),
                    arrowprops={"arrowstyle": "-", "color": color, "lw": 1.8},
                )
            ax.add_patch(
                Rectangle((t - 0.62, y), 1.24, 0.5, fc="none", ec=color, lw=1.8)
            )
            ax.text(
                t,
                y + 0.25,
                "$Wx+b$",
                ha="center",
                va="center",
                fontsize=13,
            )
            ax.annotate(
                "",
                (t, 2.4),
                (t, 1.9),
                arrowprops={"arrowstyle": "->", "color": color, "lw": 1.8},
            )
            said = text["two"][n] if k else "?"
            ax.text(t, 2.6, said, ha="center", va="center", fontsize=13)
        if not k:
            ax.text(2, 2.6, text["same"], ha="center", va="center", fontsize=12)
        ax.set(xlim=(-1.6, 4.6), ylim=(-0.1, 2.85))
        ax.set_title(text["window" if k else "alone"], fontsize=12)
        ax.axis("off")
    return fig
