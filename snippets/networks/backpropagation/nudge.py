# kind: figure
"""One weight is nudged: what changes, and what does not."""

from itertools import product

import matplotlib.pyplot as plt
from matplotlib.patches import Circle, FancyBboxPatch

TEXT = {
    "zh": {
        "nudge": "拨动这个权重",
        "same": "灰色：不变",
        "changed": "橙色：跟着变，要重新计算",
    },
    "en": {
        "nudge": "nudge this weight",
        "same": "grey: stays as it is",
        "changed": "orange: changes, must be computed again",
    },
}
COLUMNS, ROWS = (0, 1.55, 3.1, 4.65), (1.0, -1.0)


def line(ax, start, end, changes, lw=1.5):
    (x, y), (x2, y2) = start, end
    r = 0.33 / ((x2 - x) ** 2 + (y2 - y) ** 2) ** 0.5
    step = r * (x2 - x), r * (y2 - y)
    look = {"arrowstyle": "->", "lw": lw, "color": "C1" if changes else "0.6"}
    ends = (x2 - step[0], y2 - step[1]), (x + step[0], y + step[1])
    ax.annotate("", *ends, arrowprops=look | {"shrinkA": 0, "shrinkB": 0})


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 3.4))
    for n, x in enumerate(COLUMNS):
        for row, y in enumerate(ROWS):
            changes = n > 1 or (n == 1 and row == 0)
            color = "C1" if changes else "0.6"
            ax.add_patch(Circle((x, y), 0.3, fc="none", ec=color, lw=2))
            name = f"$x_{row + 1}$" if n == 0 else rf"$y^{{({n})}}_{row + 1}$"
            ax.text(x, y, name, ha="center", va="center", fontsize=12)
    for n, (i, j) in product(range(3), product((0, 1), (0, 1))):
        ends = (COLUMNS[n], ROWS[i]), (COLUMNS[n + 1], ROWS[j])
        nudged = n == 0 and i == j == 0
        later = n == 2 or (n == 1 and i == 0)
        line(ax, *ends, nudged or later, 3.5 if nudged else 1.5)
    ax.text(0.78, 1.42, text["nudge"], color="C1", ha="center", va="bottom")
    for y in ROWS:
        line(ax, (COLUMNS[3], y), (5.95, 0), True)
    box = {"boxstyle": "round,pad=0.08", "fc": "none", "ec": "C1", "lw": 2}
    ax.add_patch(FancyBboxPatch((5.72, -0.2), 0.46, 0.4, **box))
    ax.text(5.95, 0, "$E$", ha="center", va="center", fontsize=13)
    ax.text(-0.3, -1.85, text["same"], color="0.5", va="center")
    ax.text(2.0, -1.85, text["changed"], color="C1", va="center")
    ax.set(xlim=(-0.4, 6.35), ylim=(-2.05, 1.85))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
