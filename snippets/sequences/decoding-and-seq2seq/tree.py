# kind: figure
"""A tree of beginnings: greedy ends with 0.120, the best of all has 0.324."""

import matplotlib.pyplot as plt

TEXT = {
    "zh": {"greedy": "贪心", "best": "最好", "begin": "<begin>"},
    "en": {"greedy": "greedy", "best": "best", "begin": "<begin>"},
}
# name: parent, height, word, probability of the step, of all
NODES = {
    "a": ("", 6.2, "a", 0.6, None),
    "b": ("", 1.9, "b", 0.4, None),
    "aa": ("a", 7.9, "a", 0.4, None),
    "ab": ("a", 6.2, "b", 0.35, None),
    "a.": ("a", 4.5, "<end>", 0.25, 0.15),
    "bb": ("b", 2.8, "b", 0.9, None),
    "b.": ("b", 1.0, "<end>", 0.05, 0.02),
    "aa.": ("aa", 7.9, "<end>", 0.5, 0.12),
    "ab.": ("ab", 6.2, "<end>", 0.8, 0.168),
    "bb.": ("bb", 2.8, "<end>", 0.9, 0.324),
}
ROOT = 4.0
GREEDY, BEST = ("a", "aa", "aa."), ("b", "bb", "bb.")


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.2, 3.9))
    ax.text(-0.1, ROOT, text["begin"], ha="right", va="center")
    for name, (parent, y, word, p, whole) in NODES.items():
        x0 = 2.6 * len(parent)
        y0 = NODES[parent][1] if parent else ROOT
        start = x0 + (0.35 if parent else 0), y0
        end = 2.6 * (len(parent) + 1) - (0.75 if "." in name else 0.3), y
        color, style, wide = "0.55", "-", 1.2
        if name in GREEDY:
            color, style, wide = "C3", "--", 2.4
        if name in BEST:
            color, style, wide = "C2", "-", 2.4
        ax.plot(*zip(start, end, strict=True), color=color, ls=style, lw=wide)
        ax.text(end[0] + 0.1, y, word, ha="left", va="center", fontsize=11)
        middle = 0.55 * end[0] + 0.45 * start[0], 0.55 * y + 0.45 * start[1]
        ax.text(
            middle[0] + 0.2 * ((y < y0 - 0.5) - (y > y0 + 0.5)),
            middle[1] + 0.22,
            f"{p:g}",
            ha="center",
            va="bottom",
            fontsize=10.5,
        )
        if whole:
            last = f"{whole:.3f}"
            ax.text(end[0] + 1.5, y, last, ha="left", va="center", fontsize=11)
    for name, word, color in (("aa.", "greedy", "C3"), ("bb.", "best", "C2")):
        y = NODES[name][1] - 0.3
        ax.text(8.65, y, text[word], ha="left", va="top", color=color)
    ax.set(xlim=(-1.7, 10), ylim=(0.5, 8.6))
    ax.axis("off")
    return fig
