# kind: figure
"""Test accuracy of the ten networks of each kind, from the numbers beside."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "bad": "坏起点",
        "good": "好起点",
        "noise 0.01": "噪声 0.01",
        "noise 0.3": "噪声 0.3",
        "SGD rate 3": "SGD，学习率 3",
        "accuracy": "测试集准确率",
        "chance": "瞎猜",
    },
    "en": {
        "bad": "bad start",
        "good": "good start",
        "SGD rate 3": "SGD, rate 3",
        "accuracy": "test accuracy",
        "chance": "guessing",
    },
}
NUMBERS = Path(__file__).with_name("deep-noise.out")
COLORS = {"bad": "C1", "good": "C0"}


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, ax = plt.subplots(figsize=(5, 3.6))
    for place, row in enumerate(rows):
        runs = [float(x) for key, x in row.items() if key.startswith("run")]
        marker = "o" if row["start"] == "bad" else "s"
        color = COLORS[row["start"]]
        first = [r["start"] for r in rows].index(row["start"]) == place
        label = text[row["start"]] if first else None
        ax.plot(
            runs,
            [place] * len(runs),
            marker,
            color=color,
            alpha=0.6,
            label=label,
        )
    names = [text.get(row["optimizer"], row["optimizer"]) for row in rows]
    ax.set_yticks(range(len(rows)), names)
    ax.invert_yaxis()
    ax.axvline(0.1, color="0.5", lw=1, ls=":")
    ax.annotate(text["chance"], (0.1, 5.6), (4, 0), textcoords="offset points")
    ax.set(xlim=(0, 1), xlabel=text["accuracy"])
    ax.legend(loc="center", bbox_to_anchor=(0.5, 0.55))
    return fig
