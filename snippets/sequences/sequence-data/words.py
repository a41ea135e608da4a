# kind: figure
"""One-hot words, and the vectors of a small text, from the numbers beside."""

import re
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "one": "独热：每个词自成一轴",
        "two": "学到的向量（投影到平面）",
    },
    "en": {
        "one": "one-hot: each word an axis",
        "two": "learned vectors, projected to a plane",
    },
}
NUMBERS = Path(__file__).with_name("vectors.out")
GROUPS = {
    "cat": "C0",
    "dog": "C0",
    "rabbit": "C0",
    "runs": "C1",
    "jumps": "C1",
    "walks": "C1",
    "tree": "C2",
    "flower": "C2",
    "garden": "C3",
    "field": "C3",
}
SHIFT = {
    "cat": (-27, 5),
    "dog": (-32, -9),
    "rabbit": (8, -2),
    "runs": (8, 1),
    "jumps": (8, 0),
    "walks": (8, -9),
    "tree": (-32, -9),
    "flower": (-44, 5),
    "garden": (8, 4),
    "field": (-36, -2),
}


def draw(lang):
    text = TEXT[lang]
    fig, (top, low) = plt.subplots(
        2, 1, figsize=(5.0, 7.2), height_ratios=(1, 1.5)
    )
    shown = ["cat", "dog", "rabbit", "runs", "tree"]
    for i, word in enumerate(shown):
        for j in range(5):
            on = i == j
            top.add_patch(
                plt.Rectangle(
                    (j, -i),
                    0.92,
                    0.84,
                    lw=1,
                    ec=GROUPS[word],
                    fc=GROUPS[word] if on else "none",
                    alpha=0.8 if on else 1,
                )
            )
            top.text(
                j + 0.46,
                -i + 0.42,
                int(on),
                ha="center",
                va="center",
                fontsize=13,
            )
        top.text(-0.2, -i + 0.42, word, ha="right", va="center", fontsize=13)
    top.set(xlim=(-1.6, 5.1), ylim=(-4.2, 1))
    top.set_title(text["one"], fontsize=12)
    top.set_aspect("equal")
    top.axis("off")
    found = re.findall(
        r"^(\w+) .* at +(\S+) +(\S+)$", NUMBERS.read_text("utf-8"), re.M
    )
    for word, x, y in found:
        at = float(x), float(y)
        low.plot(*at, "os^D"[int(GROUPS[word][1])], color=GROUPS[word], ms=8)
        low.annotate(
            word, at, SHIFT[word], textcoords="offset points", fontsize=12
        )
    low.set_title(text["two"], fontsize=12)
    low.set(xlim=(-0.75, 1.25), ylim=(-0.6, 0.6))
    low.axis("off")
    return fig
