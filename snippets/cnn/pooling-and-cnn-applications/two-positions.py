# kind: figure
"""Two positions, and what max pooling leaves of both."""

import matplotlib.pyplot as plt
from matplotlib.patches import Circle, Rectangle

TEXT = {
    "zh": {
        "a": "黑下 A 提子",
        "b": "黑下 B 提子",
        "c": "池化之后：两者相同",
        "own": "黑",
        "other": "白",
    },
    "en": {
        "a": "black takes at A",
        "b": "black takes at B",
        "c": "after pooling: the same",
        "own": "black",
        "other": "white",
    },
}
BLACK = ((1, 2), (2, 1), (3, 2)), ((1, 2), (2, 1), (2, 3))
POINT = ("A", (2, 3)), ("B", (3, 2))


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.2, 5.4))
    for n, (stones, (letter, last)) in enumerate(
        zip(BLACK, POINT, strict=True)
    ):
        left = 7.4 * n
        for k in range(6):
            ax.plot(
                [left, left + 5], [-k, -k], "-", color="0.6", lw=0.7, zorder=0
            )
            ax.plot([left + k] * 2, [0, -5], "-", color="0.6", lw=0.7, zorder=0)
        for i in range(0, 6, 2):
            for j in range(0, 6, 2):
                at = left + j - 0.5, -i - 1.5
                look = {"fc": "none", "ec": "C0", "lw": 1.3, "ls": "--"}
                ax.add_patch(Rectangle(at, 2, 2, **look))
        for i, j in stones:
            look = {"fc": "black", "ec": "0.55", "lw": 1.2, "zorder": 2}
            ax.add_patch(Circle((left + j, -i), 0.42, **look))
        look = {"fc": "white", "ec": "0.55", "lw": 1.2, "zorder": 2}
        ax.add_patch(Circle((left + 2, -2), 0.42, **look))
        ax.text(
            left + last[1],
            -last[0],
            letter,
            ha="center",
            va="center",
            color="C3",
            fontsize=16,
        )
        title = text["ab"[n]]
        ax.text(left + 2.5, 1.0, title, ha="center", fontsize=12)
        arrow = {"arrowstyle": "->", "color": "0.5", "lw": 1.6}
        ax.annotate("", (6.2, -7.7), (left + 2.5, -5.9), arrowprops=arrow)
    ax.text(6.2, -8.4, text["c"], ha="center", va="center", fontsize=12)
    full = {"own": ((0, 1), (1, 0), (1, 1)), "other": ((1, 1),)}
    for n, (name, ones) in enumerate(full.items()):
        left = 2.2 + 5 * n
        for i in range(3):
            for j in range(3):
                one = (i, j) in ones
                at = left + j, -10.2 - i
                look = {"fc": "C0" if one else "none", "ec": "0.5"}
                ax.add_patch(Rectangle(at, 1, 1, alpha=0.4, lw=0, **look))
                ax.add_patch(Rectangle(at, 1, 1, fc="none", ec="0.5", lw=0.8))
                ax.text(
                    at[0] + 0.5,
                    at[1] + 0.5,
                    str(int(one)),
                    ha="center",
                    va="center",
                    fontsize=12,
                )
        ax.text(left + 1.5, -12.9, text[name], ha="center", fontsize=12)
    ax.set(xlim=(-0.8, 13.2), ylim=(-13.2, 1.7))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
