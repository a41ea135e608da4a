# kind: figure
"""Two epochs over twenty samples in batches of five, as a diagram."""

import matplotlib.pyplot as plt

from chainrule.data import Batches

TEXT = {
    "zh": {"epoch": "第 {} 轮", "update": "更新"},
    "en": {"epoch": "epoch {}", "update": "update"},
}
HATCH = ["", "//", "..", "xx"]


def draw(lang):
    text, batches = TEXT[lang], Batches(20, 5, seed=3)
    home = {n: k for k, rows in enumerate(batches) for n in rows}
    again = list(batches)
    fig, axes = plt.subplots(2, 1, figsize=(4.2, 3.2))
    first = [[n for n in home if home[n] == k] for k in range(4)]
    for epoch, (ax, cut) in enumerate(
        zip(axes, (first, again), strict=True), 1
    ):
        for k, rows in enumerate(cut):
            for i, n in enumerate(rows):
                at = (6 * k + i, 0)
                look = {"facecolor": f"C{home[n]}", "hatch": HATCH[home[n]]}
                ax.add_patch(plt.Rectangle(at, 0.9, 1, alpha=0.45, **look))
                name = ax.text(at[0] + 0.45, 0.5, str(n + 1), va="center")
                name.set(ha="center", fontsize=8)
            arrow = {"arrowstyle": "->", "color": "0.5"}
            middle = 6 * k + 2.45
            ax.annotate("", (middle, 2), (middle, 1.1), arrowprops=arrow)
            ax.text(middle, 2.05, text["update"], ha="center", va="bottom")
        ax.set(xlim=(-0.3, 23.2), ylim=(-0.2, 3))
        ax.set_title(text["epoch"].format(epoch), loc="left", fontsize=10)
        ax.axis("off")
    return fig
