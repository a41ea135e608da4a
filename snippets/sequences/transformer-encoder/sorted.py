# kind: figure
"""Right places over the learning rate, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "rate": "学习率",
        "places": "放对的位置",
        "0": "没有预热",
        "warm": "预热",
        "post": "后归一化",
        "pre": "前归一化",
    },
    "en": {
        "rate": "learning rate",
        "places": "right places",
        "0": "no warm-up",
        "warm": "warm-up",
        "post": "post-norm",
        "pre": "pre-norm",
    },
}
NUMBERS = Path(__file__).with_name("sorting.out")
BLIND = 0.301  # as alone.py prints


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 5.6), sharex=True)
    for ax, norm in zip(axes, ("post", "pre"), strict=True):
        for warm, color, marker, line in (
            ("0", "C0", "o", "-"),
            ("40", "C1", "s", "--"),
        ):
            own = [r for r in rows if (r["norm"], r["warm"]) == (norm, warm)]
            rates, middle, low, high = (
                [float(r[key]) for r in own]
                for key in ("rate", "places", "low", "high")
            )
            label = text["0" if warm == "0" else "warm"]
            look = {"color": color, "marker": marker, "ls": line}
            ax.plot(rates, middle, label=label, ms=5, lw=1.4, **look)
            ax.fill_between(rates, low, high, color=color, alpha=0.22, lw=0)
        ax.axhline(BLIND, color="0.55", lw=0.8, ls=":")
        ax.set(xscale="log", ylim=(0, 1.03), title=text[norm])
        ax.set_ylabel(text["places"])
    axes[0].legend(loc="lower left", bbox_to_anchor=(0, 0.32))
    axes[1].set_xlabel(text["rate"])
    axes[1].set_xticks([0.001, 0.01, 0.1], ["0.001", "0.01", "0.1"])
    return fig
