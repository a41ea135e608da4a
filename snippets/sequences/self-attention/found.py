# kind: figure
"""Accuracies of the three networks, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "accuracy": "测试集准确率",
        "window": "窗口\n（左右各 2）",
        "all": "全连接\n（整个序列）",
        "attention": "一层\n自注意力",
        "best": "这种窗口的上限",
        "chance": "瞎猜",
    },
    "en": {
        "accuracy": "test accuracy",
        "window": "window\n(2 on each side)",
        "all": "dense\n(all at once)",
        "attention": "one layer of\nself-attention",
        "best": "limit of such windows",
        "chance": "guessing",
    },
}
NUMBERS = Path(__file__).with_name("lookup.out")
BEST = (1 + 2 * (2 * 16 - 3) / (16 * 15)) / 2  # (37.17)


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, ax = plt.subplots(figsize=(4.8, 3.6))
    for n, (row, color, marker) in enumerate(
        zip(rows, ("C0", "C1", "C3"), ("o", "s", "^"), strict=True)
    ):
        low, high = float(row["low"]), float(row["high"])
        ax.plot([n, n], [low, high], color=color, lw=3)
        ax.plot(n, float(row["accuracy"]), marker, color=color, ms=9)
    ax.axhline(0.5, color="0.55", lw=0.9, ls=":")
    ax.text(2.45, 0.49, text["chance"], ha="right", va="top", fontsize=11)
    ax.plot([-0.4, 0.4], [BEST, BEST], color="C0", lw=1.2, ls="--")
    ax.text(-0.42, BEST + 0.015, text["best"], ha="left", fontsize=11)
    ax.set_xticks(range(3), [text[row["network"]] for row in rows])
    ax.set(xlim=(-0.5, 2.5), ylim=(0.42, 1.05), ylabel=text["accuracy"])
    return fig
