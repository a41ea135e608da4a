# kind: figure
"""Test accuracy with each method, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "x": "测试集准确率",
        "none": "什么也不做",
        "stopped": "早停",
        "decay": "衰减 {}",
        "dropout": "失活 {}",
        "0.0": "标签全对",
        "0.4": "标签错四成",
    },
    "en": {
        "x": "test accuracy",
        "none": "nothing",
        "stopped": "early stopping",
        "decay": "decay {}",
        "dropout": "dropout {}",
        "0.0": "all labels right",
        "0.4": "40% of labels wrong",
    },
}
NUMBERS = Path(__file__).with_name("methods.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 6.0), sharex=True)
    for ax, wrong in zip(axes, ("0.0", "0.4"), strict=True):
        bars = []
        for row in (row for row in rows if row["wrong"] == wrong):
            name = text[row["method"]].format(row["strength"])
            bars.append((name, *(row[key] for key in ("end", "low", "high"))))
            if row["method"] == "none":
                keys = "stopped", "slow", "shigh"
                bars.append((text["stopped"], *(row[key] for key in keys)))
        for y, (_, *cells) in enumerate(bars):
            median, low, high = map(float, cells)
            color = "C3" if y == 0 else "C1" if y == 1 else "C0"
            ax.plot([low, high], [y, y], "-", color=color, lw=2.4, alpha=0.5)
            ax.plot(median, y, "o", color=color, ms=6)
        ax.axvline(float(bars[0][1]), color="C3", lw=0.8, ls=":")
        ax.set_yticks(range(len(bars)), [bar[0] for bar in bars])
        ax.invert_yaxis()
        ax.set(title=text[wrong])
    axes[1].set_xlabel(text["x"])
    return fig
