# kind: figure
"""Three classes as numbers on a line, and as corners of a triangle."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {"line": "类别编号", "corner": "独热编码", "names": "水火草"},
    "en": {
        "line": "class numbers",
        "corner": "one-hot",
        "names": ("water", "fire", "grass"),
    },
}
MARKS = (("o", "C0"), ("s", "C1"), ("^", "C2"))


def arrow(ax, start, end):
    look = {"arrowstyle": "<->", "color": "0.55", "shrinkA": 9, "shrinkB": 9}
    ax.annotate("", end, start, arrowprops=look)


def draw(lang):
    text = TEXT[lang]
    fig, (left, right) = plt.subplots(1, 2, figsize=(6.2, 3.4))
    for k, (name, (mark, color)) in enumerate(
        zip(text["names"], MARKS, strict=True)
    ):
        left.plot(k + 1, 0, mark, ms=10, color=color)
        left.text(k + 1, -0.28, f"{k + 1}\n{name}", ha="center", va="top")
    for start, end, high, said in (
        (1, 2, 0.35, "1"),
        (2, 3, 0.35, "1"),
        (1, 3, 0.9, "2"),
    ):
        arrow(left, (start - 0.12, high), (end + 0.12, high))
        left.text((start + end) / 2, high + 0.08, said, ha="center")
    left.set(title=text["line"], xlim=(0.5, 3.5), ylim=(-1.2, 1.5))
    corners = np.array([[0, 0], [2, 0], [1, np.sqrt(3)]])
    codes = ("(1, 0, 0)", "(0, 1, 0)", "(0, 0, 1)")
    places = ((0, -0.2, "top"), (0, -0.2, "top"), (0, 0.2, "bottom"))
    for k, (name, (mark, color)) in enumerate(
        zip(text["names"], MARKS, strict=True)
    ):
        right.plot(*corners[k], mark, ms=10, color=color)
        dx, dy, va = places[k]
        said = f"{codes[k]}\n{name}"
        place = (corners[k][0] + dx, corners[k][1] + dy)
        right.text(*place, said, ha="center", va=va)
    for i, j in ((0, 1), (1, 2), (2, 0)):
        arrow(right, corners[i], corners[j])
        middle = (corners[i] + corners[j]) / 2
        away = middle - corners.mean(axis=0)
        x, y = middle + 0.27 * away / np.linalg.norm(away)
        right.text(x, y, "$\\sqrt{2}$", ha="center", va="center")
    right.set(title=text["corner"], xlim=(-0.7, 2.7), ylim=(-0.95, 2.65))
    for ax in (left, right):
        ax.set_aspect("equal" if ax is right else "auto")
        ax.axis("off")
    return fig
