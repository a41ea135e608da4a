# kind: figure
"""The score of the chosen degree beside its true error, and how scores vary."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "one_split": "一次划分",
        "five_folds": "5 折",
        "leave_one_out": "留一",
        "score": "胜出者的验证分数",
        "true": "它的真实误差",
        "error": "均方误差",
        "off": "5 次多项式：分数与真实误差之比，取对数的标准差",
    },
    "en": {
        "one_split": "one split",
        "five_folds": "5 folds",
        "leave_one_out": "leave one out",
        "score": "validation score of the winner",
        "true": "its true error",
        "error": "mean squared error",
        "off": "degree 5: spread of ln(score / true error)",
    },
}
NUMBERS = Path(__file__).with_name("degrees.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 4.8))
    names = [text[row["way"]] for row in rows]
    for y, row in enumerate(rows):
        score, true = float(row["score"]), float(row["true"])
        axes[0].plot([score, true], [y, y], "-", color="0.55", lw=2, zorder=1)
        label = (text["score"], text["true"]) if y == 0 else (None, None)
        axes[0].plot(score, y, "o", color="C1", ms=8, label=label[0])
        axes[0].plot(true, y, "s", color="C0", ms=8, label=label[1])
    off = [float(row["off"]) for row in rows]
    axes[1].barh(range(3), off, 0.5, color="C2", alpha=0.7)
    axes[0].set(xlim=(0.24, 0.35), xlabel=text["error"], ylim=(2.5, -1.4))
    axes[0].legend(loc="upper left", ncols=1, fontsize=9)
    axes[1].set(xlabel=text["off"], ylim=(2.5, -0.5))
    axes[1].set_xticks([0, 0.2, 0.4])
    for ax in axes:
        ax.set_yticks(range(3), names)
    return fig
