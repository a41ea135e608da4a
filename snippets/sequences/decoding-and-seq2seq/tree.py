# kind: figure
"""A tree of beginnings: greedy ends with 0.120, the best of all has 0.324."""

from math import log, prod

import matplotlib.pyplot as plt

EXPLORER = "beams"

TEXT = {
    "zh": {"greedy": "贪心", "best": "最好", "begin": "<begin>"},
    "en": {"greedy": "greedy", "best": "best", "begin": "<begin>"},
}
AFTER = {  # what was said: probabilities of <end>, a, b; as in beams.py
    "": (0.00, 0.6, 0.4),
    "a": (0.25, 0.4, 0.35),
    "b": (0.05, 0.05, 0.9),
    "aa": (0.5, 0.3, 0.2),
    "ab": (0.8, 0.1, 0.1),
    "ba": (0.6, 0.2, 0.2),
    "bb": (0.9, 0.05, 0.05),
}
# END at once has 0.45; otherwise four words, of which it is sure
SHORT = {n * "a": (0.1, 0.9) for n in range(5)}
SHORT |= {"": (0.45, 0.55), "aaaa": (1.0, 0.0)}
# what was said, a point for <end>: its height
NODES = {
    "a": 6.2,
    "b": 1.9,
    "aa": 7.9,
    "ab": 6.2,
    "a.": 4.5,
    "bb": 2.8,
    "b.": 1.0,
    "aa.": 7.9,
    "ab.": 6.2,
    "bb.": 2.8,
}
ROOT = 4.0
GREEDY, BEST = ("a", "aa", "aa."), ("b", "bb", "bb.")


def probability(name):
    """Of all that was said: the product of its steps."""
    steps = ((name[:n], name[n]) for n in range(len(name)))
    return prod(AFTER[said][".ab".index(token)] for said, token in steps)


def explore():
    """Of each table the logarithms of its steps, None for probability 0."""
    return {
        name: {
            said: [log(p) if p else None for p in steps]
            for said, steps in table.items()
        }
        for name, table in {"tree": AFTER, "short": SHORT}.items()
    }


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.2, 3.9))
    ax.text(-0.1, ROOT, text["begin"], ha="right", va="center")
    for name, y in NODES.items():
        parent, token = name[:-1], name[-1]
        p = AFTER[parent][".ab".index(token)]
        x0 = 2.6 * len(parent)
        y0 = NODES[parent] if parent else ROOT
        start = x0 + (0.35 if parent else 0), y0
        end = 2.6 * (len(parent) + 1) - (0.75 if "." in name else 0.3), y
        color, style, wide = "0.55", "-", 1.2
        if name in GREEDY:
            color, style, wide = "C3", "--", 2.4
        if name in BEST:
            color, style, wide = "C2", "-", 2.4
        ax.plot(*zip(start, end, strict=True), color=color, ls=style, lw=wide)
        word = token.replace(".", "<end>")
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
        if token == ".":
            last = f"{probability(name):.3f}"
            ax.text(end[0] + 1.5, y, last, ha="left", va="center", fontsize=11)
    for name, word, color in (("aa.", "greedy", "C3"), ("bb.", "best", "C2")):
        y = NODES[name] - 0.3
        ax.text(8.65, y, text[word], ha="left", va="top", color=color)
    ax.set(xlim=(-1.7, 10), ylim=(0.5, 8.6))
    ax.axis("off")
    return fig
